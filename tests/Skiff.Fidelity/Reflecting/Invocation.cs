using System.ComponentModel;
using System.Reflection;

namespace Skiff.Fidelity.Reflecting;

public static class Invocation
{
    [Description("described"), Obsolete("old", false)]
    [Tag("first", Values = new[] { 1, 2 }, Type = typeof(List<>)), Tag("second")]
    public class Target
    {
        private readonly string _secret = "hidden";

        public static int Count { get; set; }

        public int Number { get; set; }

        public string this[int i] => $"item {i}";

        public event Action? Happened;

        public Target()
        {
        }

        public Target(int number, string text = "default") => (Number, Text) = (number, text);

        public string Text { get; init; } = "none";

        public string Say([Tag("parameter")] string what, int times = 2) => string.Concat(Enumerable.Repeat(what, times));

        public T Echo<T>(T value) => value;

        public void Fail() => throw new InvalidOperationException("failed inside");

        public bool Try(int x, out string result, ref int counter)
        {
            counter += x;
            result = $"result {x}";
            return x > 0;
        }

        private int Private(int x) => x * _secret.Length;

        public void Raise() => Happened?.Invoke();
    }

    [AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
    public sealed class TagAttribute(string name) : Attribute
    {
        public string Name => name;

        public int[] Values { get; set; } = [];

        public Type? Type { get; set; }
    }

    [Program]
    public static void MembersOfAType()
    {
        Type type = typeof(Target);
        foreach (MemberInfo member in type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly).OrderBy(m => m.MemberType).ThenBy(m => m.ToString(), StringComparer.Ordinal))
        {
            WriteLine($"{member.MemberType} {member}");
        }

        WriteLine($"{type.FullName} {type.BaseType} {type.IsNestedPublic} {type.Attributes} {type.Assembly.GetName().Name} {type.Namespace} {type.DeclaringType!.Name}");
        foreach (TagAttribute tag in type.GetCustomAttributes<TagAttribute>().OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            WriteLine($"{tag.Name} {string.Join('/', tag.Values)} {tag.Type}");
        }

        WriteLine($"{type.GetCustomAttribute<DescriptionAttribute>()!.Description} {type.GetMethod("Say")!.GetParameters()[0].GetCustomAttribute<TagAttribute>()!.Name} {type.GetMethod("Say")!.GetParameters()[1].DefaultValue} {type.IsDefined(typeof(ObsoleteAttribute))}");
        NullabilityInfo nullability = new NullabilityInfoContext().Create(typeof(TagAttribute).GetProperty("Type")!);
        WriteLine(nullability.ReadState);
    }

    [Program]
    public static void AttributeData()
    {
        foreach (CustomAttributeData data in typeof(Target).CustomAttributes.Where(a => a.AttributeType == typeof(TagAttribute)).OrderBy(a => a.ConstructorArguments[0].Value as string, StringComparer.Ordinal))
        {
            WriteLine($"{data.AttributeType.Name} {data.ConstructorArguments[0]} {string.Join(',', data.NamedArguments.Select(a => a.MemberName))}");
            Attempt.Show("text", () => data.ToString().Replace("Skiff.Fidelity.Reflecting.", ""));
        }
    }

    [Program]
    public static void Calls()
    {
        Type type = typeof(Target);
        object target = Activator.CreateInstance(type, 5, "text")!;
        WriteLine($"{type.GetMethod("Say")!.Invoke(target, ["ab", 3])} {type.GetMethod("Say")!.Invoke(target, ["x", Type.Missing])} {type.GetProperty("Number")!.GetValue(target)} {type.GetProperty("Text")!.GetValue(target)} {type.GetProperty("Item")!.GetValue(target, [4])}");
        type.GetProperty("Number")!.SetValue(target, 77);
        type.GetProperty("Count")!.SetValue(null, 3);
        WriteLine($"{((Target)target).Number} {Target.Count} {type.GetMethod("Private", BindingFlags.NonPublic | BindingFlags.Instance)!.Invoke(target, [7])} {type.GetField("_secret", BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(target)}");
        object?[] arguments = [4, null, 10];
        WriteLine($"{type.GetMethod("Try")!.Invoke(target, arguments)} {arguments[1]} {arguments[2]}");
        WriteLine($"{type.GetMethod("Echo")!.MakeGenericMethod(typeof(double)).Invoke(target, [2.5])} {type.GetMethod("Echo")!.MakeGenericMethod(typeof(string)).Invoke(target, ["s"])} {type.GetMethod("Echo")!.MakeGenericMethod(typeof((int, string))).Invoke(target, [(1, "t")])}");
        try
        {
            type.GetMethod("Fail")!.Invoke(target, null);
        }
        catch (TargetInvocationException e)
        {
            WriteLine($"{e.Message} -> {e.InnerException!.Message}");
        }

        Attempt.Do("wrong argument", () => type.GetMethod("Say")!.Invoke(target, [1, 2]));
        Attempt.Do("wrong count", () => type.GetMethod("Say")!.Invoke(target, ["x"]));
        Attempt.Do("wrong target", () => type.GetMethod("Say")!.Invoke("not a target", ["x", 1]));
        Attempt.Do("no target", () => type.GetMethod("Say")!.Invoke(null, ["x", 1]));
        Attempt.Do("no constructor", () => Activator.CreateInstance(typeof(TagAttribute)));
        Func<string, int, string> bound = type.GetMethod("Say")!.CreateDelegate<Func<string, int, string>>(target);
        Func<Target, string, int, string> open = type.GetMethod("Say")!.CreateDelegate<Func<Target, string, int, string>>();
        WriteLine($"{bound("q", 2)} {open((Target)target, "r", 3)}");
        EventInfo happened = type.GetEvent("Happened")!;
        happened.AddEventHandler(target, () => WriteLine("event raised"));
        ((Target)target).Raise();
        MethodInvoker invoker = MethodInvoker.Create(type.GetMethod("Say")!);
        WriteLine($"{invoker.Invoke(target, "m", 2)} {ConstructorInvoker.Create(type.GetConstructor([typeof(int), typeof(string)])!).Invoke(8, "ctor") is Target { Number: 8 }}");
        WriteLine(type.InvokeMember("Say", BindingFlags.InvokeMethod, null, target, ["im", 1]));
    }

    [Program]
    public static void GenericTypes()
    {
        Type dictionary = typeof(Dictionary<,>);
        Type made = dictionary.MakeGenericType(typeof(string), typeof(List<int[]>));
        object instance = Activator.CreateInstance(made)!;
        made.GetMethod("Add")!.Invoke(instance, ["k", new List<int[]> { new[] { 1 } }]);
        WriteLine($"{made} {made.Name} {made.IsGenericType} {made.GetGenericTypeDefinition() == dictionary} {string.Join(',', made.GetGenericArguments().Select(a => a.ToString()))} {((System.Collections.IDictionary)instance).Count}");
        WriteLine($"{dictionary.GetGenericArguments()[0].Name} {dictionary.ContainsGenericParameters} {typeof(int[,]).Name} {typeof(int*).IsPointer} {typeof(int).MakeArrayType(2)} {typeof(int).MakeByRefType()} {typeof(Nullable<>).MakeGenericType(typeof(int)) == typeof(int?)} {Nullable.GetUnderlyingType(typeof(int?))}");
        WriteLine($"{typeof(List<int>).IsAssignableTo(typeof(IEnumerable<int>))} {typeof(IEnumerable<object>).IsAssignableFrom(typeof(IEnumerable<string>))} {string.Join(' ', typeof(List<int>).GetInterfaces().Select(i => i.Name).Order(StringComparer.Ordinal))}");
        Attempt.Do("constraint", () => typeof(Constrained<>).MakeGenericType(typeof(int)));
        Attempt.Do("wrong arity", () => dictionary.MakeGenericType(typeof(int)));
        foreach (Type parameter in typeof(Constrained<>).GetGenericArguments())
        {
            WriteLine($"{parameter.GenericParameterAttributes} {string.Join(',', parameter.GetGenericParameterConstraints().Select(c => c.Name))}");
        }

        WriteLine($"{Type.GetType("System.Collections.Generic.List`1[[System.Int32]]")} {Type.GetType("No.Such.Type") is null} {Type.GetType("System.Int32[,]")} {Type.GetTypeCode(typeof(decimal))}");
        try
        {
            Type.GetType("No.Such", throwOnError: true);
        }
        catch (TypeLoadException e)
        {
            WriteLine($"missing type: {e.TypeName}");
        }

        WriteLine(Type.GetType(typeof(Constrained<string>).AssemblyQualifiedName!) == typeof(Constrained<string>));
    }

    public class Constrained<T> where T : class, IComparable<T>
    {
    }

    public interface IGreeter
    {
        string Greet(string name, int times);

        int Value { get; set; }

        void Nothing(out int x);

        Task<T> GenericAsync<T>(T value);
    }

    public class Proxy : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            WriteLine($"{targetMethod!.Name}({string.Join(", ", args!.Select(a => a ?? "null"))})");
            if (targetMethod.Name == "Nothing")
            {
                args![0] = 55;
            }

            return targetMethod.ReturnType == typeof(string) ? "proxied" : targetMethod.ReturnType == typeof(int) ? 9 : targetMethod.ReturnType == typeof(Task<long>) ? Task.FromResult(6L) : null;
        }
    }

    [Program]
    public static async Task Proxies()
    {
        IGreeter greeter = DispatchProxy.Create<IGreeter, Proxy>();
        WriteLine(greeter.Greet("bob", 2));
        greeter.Value = 5;
        WriteLine(greeter.Value);
        greeter.Nothing(out int x);
        WriteLine($"{x} {await greeter.GenericAsync(3L)} {greeter is Proxy}");
    }

    [Program]
    public static void Converters()
    {
        foreach ((Type type, string text) in new[] { (typeof(int), "12"), (typeof(bool), "true"), (typeof(DateTime), "2024-01-02"), (typeof(Guid), "01234567-89ab-cdef-0123-456789abcdef"), (typeof(TimeSpan), "01:02:03"), (typeof(DayOfWeek), "Friday"), (typeof(Uri), "http://x/"), (typeof(int?), ""), (typeof(CultureInfo), "de-DE"), (typeof(Version), "1.2") })
        {
            TypeConverter converter = TypeDescriptor.GetConverter(type);
            Attempt.Show(type.Name, () => $"{converter.GetType().Name} {Attempt.Text(converter.ConvertFromInvariantString(text))}");
        }

        Attempt.Show("bad", () => TypeDescriptor.GetConverter(typeof(int)).ConvertFromInvariantString("x"));
        WriteLine(string.Join(' ', TypeDescriptor.GetProperties(typeof(Target)).Cast<PropertyDescriptor>().Select(p => $"{p.Name}:{p.PropertyType.Name}:{p.IsReadOnly}").Order(StringComparer.Ordinal)));
    }
}
