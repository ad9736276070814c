using System.Reflection;

namespace Skiff.Runtime;

/// <summary>
/// The program's own warm-up before a snapshot: static methods without parameters that return nothing or a task. Whoever
/// linked the program names them.
/// </summary>
[AddTo(Bcl.CoreLib)]
internal static class Initializers
{
    /// <summary>The runtime property that names methods, as <c>Namespace.Type.Method</c> with semicolons between them.</summary>
    private const string Property = "Skiff.SnapshotInitializers";

    /// <summary>Runs them in the order in which they are named.</summary>
    /// <exception cref="InvalidOperationException">There is no such method.</exception>
    public static void Run(Assembly entry)
    {
        if (AppContext.GetData(Property) is not string names)
        {
            return;
        }

        AppContext.s_dataStore?.Remove(Property);
        foreach (string name in names.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            Run(Find(entry, name));
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

    private static MethodInfo Find(Assembly entry, string name)
    {
        int dot = name.LastIndexOf('.');
        Type? type = dot < 0 ? null : FindType(entry, name.Substring(0, dot));
        MethodInfo? method = type is null
            ? null
            : Methods.Find(type, name.Substring(dot + 1), BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly);
        return method is null
            ? throw new InvalidOperationException($"The snapshot initializer {name} does not exist: name a static method of the program, as Namespace.Type.Method, that has no parameters.")
            : Check(method, name);
    }

    /// <summary>A type of the entry assembly or, breadth first, of those that it refers to.</summary>
    private static Type? FindType(Assembly entry, string name)
    {
        var assemblies = new List<Assembly> { entry };
        for (int i = 0; i < assemblies.Count; i++)
        {
            if (assemblies[i].GetType(name) is { } type)
            {
                return type;
            }

            foreach (AssemblyName reference in assemblies[i].GetReferencedAssemblies())
            {
                try
                {
                    Assembly assembly = Assembly.Load(reference);
                    if (!assemblies.Contains(assembly))
                    {
                        assemblies.Add(assembly);
                    }
                }
                catch (FileNotFoundException)
                {
                    // The trimmer leaves references to what it has removed.
                }
            }
        }

        return null;
    }

    private static MethodInfo Check(MethodInfo method, string name) =>
        method.GetParametersAsSpan().Length == 0
            && !method.ContainsGenericParameters
            && (method.ReturnType == typeof(void) || method.ReturnType.IsAssignableTo(typeof(Task)))
            ? method
            : throw new InvalidOperationException($"The snapshot initializer {name} cannot be called: it has to be a static method without parameters that returns nothing or a Task.");
}
