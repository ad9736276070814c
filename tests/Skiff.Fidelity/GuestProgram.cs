using System.Reflection;

namespace Skiff.Fidelity;

/// <summary>One program of the suite, named <c>Domain/Topic.Method</c> after its namespace, class and method.</summary>
public sealed record GuestProgram(string Name, MethodInfo Method)
{
    /// <summary>Every program, ordered by name.</summary>
    public static IReadOnlyList<GuestProgram> All { get; } =
    [
        .. from type in typeof(GuestProgram).Assembly.GetTypes()
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
           where method.IsDefined(typeof(ProgramAttribute))
           let name = $"{type.Namespace!.Split('.')[^1]}/{type.Name}.{method.Name}"
           orderby name.ToUpperInvariant(), name
           select new GuestProgram(name, method),
    ];

    /// <summary>What the program asks for when it needs a process of its own; null when it shares one.</summary>
    public ProcessAttribute? Process => Method.GetCustomAttribute<ProcessAttribute>();

    /// <summary>Calls the program's method and awaits it.</summary>
    /// <returns>The exit code: what the method returns, or what <see cref="Environment.ExitCode"/> is when it returns none.</returns>
    public async Task<int> RunAsync(string[] arguments)
    {
        // Delegates, so that a stack trace has no frames of reflection in it.
        switch (Method.ReturnType == typeof(void), Method.GetParameters().Length)
        {
            case (true, 0):
                Method.CreateDelegate<Action>()();
                break;
            case (true, _):
                Method.CreateDelegate<Action<string[]>>()(arguments);
                break;
            case (false, 0) when Method.ReturnType == typeof(int):
                return Method.CreateDelegate<Func<int>>()();
            default:
                Task task = Method.CreateDelegate<Func<Task>>()();
                await task;
                return task is Task<int> result ? await result : Environment.ExitCode;
        }

        return Environment.ExitCode;
    }
}
