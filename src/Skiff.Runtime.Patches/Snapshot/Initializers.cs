using System.Reflection;
using System.Reflection.Metadata;
using System.Text;

namespace Skiff.Runtime;

/// <summary>
/// The program's own warm-up before a snapshot: static methods without parameters that return nothing or a task, marked
/// with an attribute named <c>SnapshotInitializerAttribute</c> in the entry assembly, or named by the linker.
/// </summary>
[AddTo(Bcl.CoreLib)]
internal static unsafe class Initializers
{
    /// <summary>The runtime property that names methods, as <c>Namespace.Type.Method</c> with semicolons between them.</summary>
    private const string Property = "Skiff.SnapshotInitializers";

    private const string AttributeName = "SnapshotInitializerAttribute";

    /// <summary>Runs them all: those that are marked, in the order in which they are declared, then those that are named.</summary>
    /// <exception cref="InvalidOperationException">There is no such method.</exception>
    public static void Run(Assembly entry)
    {
        var methods = new List<MethodInfo>();
        if (Names(entry, AttributeName))
        {
            FindMarked(entry, methods);
        }

        if (AppContext.GetData(Property) is string names)
        {
            AppContext.s_dataStore?.Remove(Property);
            foreach (string name in names.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                MethodInfo method = Find(entry, name);
                if (!methods.Contains(method))
                {
                    methods.Add(method);
                }
            }
        }

        foreach (MethodInfo method in methods)
        {
            Run(method);
        }
    }

    private static void Run(MethodInfo method)
    {
        if (method.ReturnType == typeof(void))
        {
            method.CreateDelegate<Action>()();
        }
        else
        {
            method.CreateDelegate<Func<Task>>()().GetAwaiter().GetResult();
        }
    }

    private static void FindMarked(Assembly entry, List<MethodInfo> methods)
    {
        foreach (Type type in entry.GetTypes())
        {
            foreach (MethodInfo method in type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                foreach (CustomAttributeData attribute in method.GetCustomAttributesData())
                {
                    if (attribute.AttributeType.Name == AttributeName)
                    {
                        methods.Add(Check(method, type.FullName + "." + method.Name));
                        break;
                    }
                }
            }
        }
    }

    private static MethodInfo Find(Assembly entry, string name)
    {
        int dot = name.LastIndexOf('.');
        MethodInfo? method = dot < 0
            ? null
            : entry.GetType(name.Substring(0, dot))?.GetMethod(
                name.Substring(dot + 1), BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly, Type.EmptyTypes);
        return method is null
            ? throw new InvalidOperationException($"The snapshot initializer {name} does not exist: name a static method of the program, as Namespace.Type.Method, that has no parameters.")
            : Check(method, name);
    }

    private static MethodInfo Check(MethodInfo method, string name) =>
        method.GetParametersAsSpan().Length == 0
            && !method.ContainsGenericParameters
            && (method.ReturnType == typeof(void) || method.ReturnType.IsAssignableTo(typeof(Task)))
            ? method
            : throw new InvalidOperationException($"The snapshot initializer {name} cannot be called: it has to be a static method without parameters that returns nothing or a Task.");

    /// <summary>Whether an assembly's metadata has a name, which spares those without initializers a look at all their methods.</summary>
    private static bool Names(Assembly assembly, string name) =>
        !assembly.TryGetRawMetadata(out byte* metadata, out int length)
        || new ReadOnlySpan<byte>(metadata, length).IndexOf(Encoding.UTF8.GetBytes(name)) >= 0;
}
