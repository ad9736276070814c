using System.Dynamic;
using System.Linq.Expressions;
using System.Reflection;
using System.Reflection.Emit;

namespace Skiff.Fidelity.Reflecting;

public static class Emitting
{
    [Program]
    public static void DynamicMethods()
    {
        DynamicMethod method = new("Power", typeof(long), [typeof(int), typeof(int)]);
        ILGenerator il = method.GetILGenerator();
        LocalBuilder result = il.DeclareLocal(typeof(long));
        Label loop = il.DefineLabel(), end = il.DefineLabel();
        il.Emit(OpCodes.Ldc_I8, 1L);
        il.Emit(OpCodes.Stloc, result);
        il.MarkLabel(loop);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Brfalse, end);
        il.Emit(OpCodes.Ldloc, result);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Conv_I8);
        il.Emit(OpCodes.Mul);
        il.Emit(OpCodes.Stloc, result);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Ldc_I4_1);
        il.Emit(OpCodes.Sub);
        il.Emit(OpCodes.Starg_S, (byte)1);
        il.Emit(OpCodes.Br, loop);
        il.MarkLabel(end);
        il.Emit(OpCodes.Ldloc, result);
        il.Emit(OpCodes.Ret);
        Func<int, int, long> power = method.CreateDelegate<Func<int, int, long>>();
        WriteLine($"{power(3, 20)} {power(2, 0)}");
        DynamicMethod guarded = new("Guarded", typeof(string), [typeof(Action)]);
        il = guarded.GetILGenerator();
        LocalBuilder text = il.DeclareLocal(typeof(string));
        il.BeginExceptionBlock();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Callvirt, typeof(Action).GetMethod("Invoke")!);
        il.Emit(OpCodes.Ldstr, "fine");
        il.Emit(OpCodes.Stloc, text);
        il.BeginCatchBlock(typeof(Exception));
        il.Emit(OpCodes.Callvirt, typeof(Exception).GetProperty("Message")!.GetMethod!);
        il.Emit(OpCodes.Stloc, text);
        il.BeginFinallyBlock();
        il.EmitWriteLine("emitted finally");
        il.EndExceptionBlock();
        il.Emit(OpCodes.Ldloc, text);
        il.Emit(OpCodes.Ret);
        Func<Action, string> run = guarded.CreateDelegate<Func<Action, string>>();
        WriteLine($"{run(() => { })} {run(() => throw new Exception("caught by emitted code"))}");
    }

    [Process]
    public static void InvalidCode()
    {
        DynamicMethod broken = new("Broken", typeof(int), []);
        broken.GetILGenerator().Emit(OpCodes.Add);
        try
        {
            broken.CreateDelegate<Func<int>>()();
        }
        catch (InvalidProgramException e)
        {
            WriteLine(e.GetType());
        }
    }

    public interface ICalculator
    {
        int Calculate(int x);
    }

    [Program]
    public static void DynamicTypes()
    {
        AssemblyBuilder assembly = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Emitted"), AssemblyBuilderAccess.Run);
        ModuleBuilder module = assembly.DefineDynamicModule("Main");
        TypeBuilder type = module.DefineType("Emitted.Calculator", TypeAttributes.Public, typeof(object), [typeof(ICalculator)]);
        FieldBuilder field = type.DefineField("_factor", typeof(int), FieldAttributes.Private);
        ConstructorBuilder constructor = type.DefineConstructor(MethodAttributes.Public, CallingConventions.Standard, [typeof(int)]);
        ILGenerator il = constructor.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Call, typeof(object).GetConstructor([])!);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Stfld, field);
        il.Emit(OpCodes.Ret);
        MethodBuilder method = type.DefineMethod("Calculate", MethodAttributes.Public | MethodAttributes.Virtual, typeof(int), [typeof(int)]);
        il = method.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldfld, field);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Mul);
        il.Emit(OpCodes.Ret);
        PropertyBuilder property = type.DefineProperty("Factor", PropertyAttributes.None, typeof(int), null);
        MethodBuilder getter = type.DefineMethod("get_Factor", MethodAttributes.Public, typeof(int), []);
        il = getter.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldfld, field);
        il.Emit(OpCodes.Ret);
        property.SetGetMethod(getter);
        Type created = type.CreateType();
        ICalculator calculator = (ICalculator)Activator.CreateInstance(created, 6)!;
        WriteLine($"{calculator.Calculate(7)} {created.GetProperty("Factor")!.GetValue(calculator)} {created.FullName} {assembly.IsDynamic} {created.Assembly.GetName().Name}");
        TypeBuilder generic = module.DefineType("Box", TypeAttributes.Public);
        GenericTypeParameterBuilder[] parameters = generic.DefineGenericParameters("T");
        generic.DefineField("Value", parameters[0], FieldAttributes.Public);
        Type box = generic.CreateType().MakeGenericType(typeof(string));
        object instance = Activator.CreateInstance(box)!;
        box.GetField("Value")!.SetValue(instance, "boxed");
        WriteLine($"{box} {box.GetField("Value")!.GetValue(instance)}");
        EnumBuilder builder = module.DefineEnum("Emitted.Colour", TypeAttributes.Public, typeof(int));
        builder.DefineLiteral("Red", 1);
        WriteLine(Enum.GetNames(builder.CreateType())[0]);
    }

    [Program]
    public static void Expressions()
    {
        ParameterExpression x = Expression.Parameter(typeof(int), "x"), y = Expression.Parameter(typeof(int), "y"), sum = Expression.Variable(typeof(int), "sum");
        WriteLine(Expression.Lambda<Func<int, int, int>>(Expression.Add(Expression.Multiply(x, y), Expression.Constant(1)), x, y).Compile()(6, 7));
        LabelTarget end = Expression.Label(typeof(int));
        Expression<Func<int, int>> loop = Expression.Lambda<Func<int, int>>(
            Expression.Block([sum],
                Expression.Assign(sum, Expression.Constant(0)),
                Expression.Loop(Expression.IfThenElse(
                    Expression.GreaterThan(x, Expression.Constant(0)),
                    Expression.AddAssign(sum, Expression.PostDecrementAssign(x)),
                    Expression.Break(end, sum)), end)), x);
        WriteLine($"{loop.Compile()(100)} {loop.Compile(preferInterpretation: true)(10)}");
        Expression<Func<string, int, bool>> tree = (s, n) => s.Length > n && s.Contains('a') || !string.IsNullOrEmpty(s);
        WriteLine($"{tree} {tree.Compile()("banana", 3)}");
        int captured = 5;
        Expression<Func<int, IEnumerable<int>>> query = n => Enumerable.Range(0, n).Where(i => i % 2 == captured % 2).Select(i => i * i);
        WriteLine(string.Join(' ', query.Compile()(8)));
        Expression<Func<object>> construct = () => new { A = 1, B = new List<int> { 1, 2 }, C = new[] { "x" } };
        WriteLine($"{construct.Body.NodeType} {construct.Compile()()}".Replace("System.Collections.Generic.", ""));
        Expression<Action> failing = Expression.Lambda<Action>(Expression.TryCatchFinally(
            Expression.Throw(Expression.Constant(new InvalidOperationException("expression"))),
            Expression.Call(s_writeLine, Expression.Constant("finally block")),
            Expression.Catch(typeof(InvalidOperationException), Expression.Call(s_writeLine, Expression.Constant("catch block")))));
        failing.Compile()();
        WriteLine(new Doubler().Visit((Expression<Func<int, int>>)(n => n + 21)));
        ParameterExpression o = Expression.Parameter(typeof(object));
        WriteLine(Expression.Lambda<Func<object, string>>(Expression.Switch(Expression.Convert(o, typeof(int)), Expression.Constant("other"), Expression.SwitchCase(Expression.Constant("one"), Expression.Constant(1)), Expression.SwitchCase(Expression.Constant("two"), Expression.Constant(2))), o).Compile()(2));
        Attempt.Do("types", () => Expression.Add(Expression.Constant(1), Expression.Constant("x")));
    }

    private static readonly MethodInfo s_writeLine = typeof(Console).GetMethod("WriteLine", [typeof(string)])!;

    private sealed class Doubler : ExpressionVisitor
    {
        protected override Expression VisitConstant(ConstantExpression node) => node.Value is int i ? Expression.Constant(i * 2) : node;
    }

    [Program]
    public static void Dynamic()
    {
        dynamic value = 5;
        WriteLine(value + 3);
        value = "text";
        WriteLine($"{value.Length} {value.ToUpperInvariant()} {value + 1}");
        value = new List<int> { 3, 1, 2 };
        value.Sort();
        WriteLine($"{value[0]} {value.Count} {Describe(value)} {Describe((dynamic)1.5)}");
        Attempt.Do("missing member", () => value.NoSuchMember());
        Attempt.Do("bad operands", () => _ = value * 2);
        dynamic expando = new ExpandoObject();
        expando.Name = "expando";
        expando.Greet = (Func<string, string>)(s => $"{s} from {expando.Name}");
        WriteLine($"{expando.Greet("hello")} {string.Join(',', ((IDictionary<string, object?>)expando).Keys)}");
        dynamic custom = new Recorder();
        custom.Anything = 42;
        WriteLine($"{custom.Anything} {custom.Call(1, "two")} {custom[5]} {(int)custom} {custom + 1}");
        dynamic anonymous = new { X = 1, Y = "why" };
        WriteLine($"{anonymous.X} {anonymous.Y}");
        dynamic nothing = null!;
        Attempt.Do("null", () => nothing.Foo());

        static string Describe(object o) => o switch { double => "double", _ => "object" };
    }

    private sealed class Recorder : DynamicObject
    {
        private readonly Dictionary<string, object?> _values = [];

        public override bool TrySetMember(SetMemberBinder binder, object? value)
        {
            _values[binder.Name] = value;
            return true;
        }

        public override bool TryGetMember(GetMemberBinder binder, out object? result) => _values.TryGetValue(binder.Name, out result);

        public override bool TryInvokeMember(InvokeMemberBinder binder, object?[]? args, out object? result)
        {
            result = $"{binder.Name}/{args!.Length}";
            return true;
        }

        public override bool TryGetIndex(GetIndexBinder binder, object[] indexes, out object? result)
        {
            result = $"[{indexes[0]}]";
            return true;
        }

        public override bool TryConvert(ConvertBinder binder, out object? result)
        {
            result = 7;
            return binder.Type == typeof(int);
        }

        public override bool TryBinaryOperation(BinaryOperationBinder binder, object arg, out object? result)
        {
            result = $"{binder.Operation} {arg}";
            return true;
        }
    }

    [Program]
    public static void PersistedAssemblies()
    {
        PersistedAssemblyBuilder assembly = new(new AssemblyName("Saved"), typeof(object).Assembly);
        TypeBuilder type = assembly.DefineDynamicModule("Saved").DefineType("T", TypeAttributes.Public);
        ILGenerator il = type.DefineMethod("M", MethodAttributes.Public | MethodAttributes.Static, typeof(int), []).GetILGenerator();
        il.Emit(OpCodes.Ldc_I4, 1234);
        il.Emit(OpCodes.Ret);
        type.CreateType();
        assembly.Save("saved.dll");
        Assembly loaded = System.Runtime.Loader.AssemblyLoadContext.Default.LoadFromStream(new MemoryStream(File.ReadAllBytes("saved.dll")));
        WriteLine(loaded.GetType("T")!.GetMethod("M")!.Invoke(null, null));
    }
}
