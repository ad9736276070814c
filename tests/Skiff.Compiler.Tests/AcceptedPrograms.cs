using System.Reflection;
using Skiff.Compiler.Programs.Accepted;
using Wasmtime;

namespace Skiff.Compiler.Tests;

/// <summary>The public methods of Skiff.Compiler.Programs.Accepted, natively and as wasm.</summary>
public sealed class AcceptedPrograms : IDisposable
{
    private const string Namespace = "Skiff.Compiler.Programs.Accepted";
    private readonly Machine _machine;

    /// <summary>Against the library that the runtime pack is made from.</summary>
    public AcceptedPrograms()
        : this(typeof(Int32Arithmetic).Assembly.Location, Setting.RuntimePack)
    {
    }

    private AcceptedPrograms(string assembly, IReadOnlyList<string> references) => _machine = new Machine(Compile(assembly, references));

    /// <summary>The methods that both sides have, by <c>Type.Method</c>.</summary>
    public static IReadOnlyDictionary<string, MethodInfo> Methods { get; } = typeof(Int32Arithmetic).Assembly.GetTypes()
        .Where(t => t.Namespace == Namespace && t.IsPublic)
        .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(m => m.GetParameters().All(p => Values.IsPrimitive(p.ParameterType)) && (m.ReturnType == typeof(void) || Values.IsPrimitive(m.ReturnType)))
        .ToDictionary(m => $"{m.DeclaringType!.Name}.{m.Name}");

    /// <summary>From another assembly, or against another library.</summary>
    public static AcceptedPrograms From(string assembly, IReadOnlyList<string> references) => new(assembly, references);

    /// <summary>Calls a method both ways and says how the outcomes differ.</summary>
    /// <returns>The difference; <see langword="null"/> when there is none.</returns>
    public string? Difference(string name, object[] arguments)
    {
        MethodInfo method = Methods[name];
        object? expected = Natively(method, arguments);
        object? actual = AsWasm(name, method, arguments);
        return Equals(expected, actual) ? null : $"{name}({string.Join(", ", arguments)}): native {expected}, wasm {actual}";
    }

    public void Dispose() => _machine.Dispose();

    private static CompilationResult Compile(string assembly, IReadOnlyList<string> references) => FreestandingCompiler.Compile(
        assembly,
        new CompilerOptions { DataBase = 65536, TableBase = 8, ReferenceDirectories = references },
        method => method.DeclaringType.Namespace == Namespace && Methods.ContainsKey($"{method.DeclaringType.Name}.{method.Name}")
            ? $"{method.DeclaringType.Name}.{method.Name}"
            : null);

    private static object? Natively(MethodInfo method, object[] arguments)
    {
        try
        {
            return Values.Canonical(method.Invoke(null, arguments));
        }
        catch (TargetInvocationException e)
        {
            return e.InnerException is ArithmeticException or IndexOutOfRangeException or ArgumentException ? "trap" : e.InnerException!.ToString();
        }
    }

    private object? AsWasm(string name, MethodInfo method, object[] arguments)
    {
        try
        {
            object? result = _machine.Call(name, [.. arguments.Select(Values.ToWasm)]);
            return Values.Canonical(result is null ? null : Values.FromWasm(method.ReturnType, result));
        }
        catch (TrapException)
        {
            return "trap";
        }
    }
}
