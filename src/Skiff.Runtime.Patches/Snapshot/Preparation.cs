using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Skiff.Runtime;

/// <summary>What is done before a snapshot is taken, and what is undone of it so that nothing of this process is kept.</summary>
[AddTo(Bcl.CoreLib)]
internal static class Preparation
{
    /// <summary>
    /// Static fields outside of the core library that remember what a process was given, or random numbers. They are set
    /// to their types' default values, from which they are made again when they are needed.
    /// </summary>
    private static readonly (string Assembly, string Type, string[] Fields)[] s_remembered =
    [
        ("System.Console", "System.Console",
        [
            "s_in", "s_out", "s_error", "s_inputEncoding", "s_outputEncoding", "s_isOutTextWriterRedirected", "s_isErrorTextWriterRedirected",
        ]),
        ("System.Console", "System.ConsolePal", ["s_outputEncoding"]),
        ("System.Console", "Skiff.Runtime.Console.ConsolePatch", ["s_isInputRedirected", "s_isOutputRedirected", "s_isErrorRedirected"]),
        ("System.Console", "Skiff.Runtime.Console.ConsolePalPatch", ["s_foreground", "s_background"]),
        ("System.Diagnostics.DiagnosticSource", "System.Diagnostics.RandomNumberGenerator", ["t_random"]),
        ("Microsoft.VisualBasic.Core", "Microsoft.VisualBasic.Interaction", ["m_CommandLine", "m_SortedEnvList"]),
    ];

    /// <summary>The culture of a process without an environment; nothing asks for one.</summary>
    public static void Begin()
    {
        CultureInfo.s_userDefaultCulture = CultureInfo.InvariantCulture;
        CultureInfo.s_userDefaultUICulture = CultureInfo.InvariantCulture;
    }

    /// <summary>Runs all queued work, and forgets what depends on where this process runs. Timers keep the time that they have left.</summary>
    public static void End()
    {
        while (EventLoop.RunQueued())
        {
        }

        Forget();
        foreach ((string assembly, string type, string[] fields) in s_remembered)
        {
            Forget(assembly, type, fields);
        }

        ReseedLibraries();
        EventLoop.Hold();
        for (int i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Snapshot.CountCollections();
    }

    private static void Forget()
    {
        Environment.s_environment = null;
        Environment.s_processPath = null;
        Environment.s_processId = 0;
        Environment.s_privilegedProcess = 0;
        AppContext.s_defaultBaseDirectory = null;
        CultureInfo.s_userDefaultCulture = null;
        CultureInfo.s_userDefaultUICulture = null;
        CultureInfo.s_currentThreadCulture = null;
        CultureInfo.s_currentThreadUICulture = null;
        Random.ThreadSafeRandom.t_random = null;
        Thread thread = Thread.CurrentThread;
        thread._executionContext = null;
        thread._synchronizationContext = null;
    }

    private static void Forget(string assembly, string type, string[] fields)
    {
        if (Find(assembly)?.GetType(type) is not { } owner)
        {
            return;
        }

        foreach (string name in fields)
        {
            // A field that is not there was trimmed: nothing uses it.
            FieldInfo? field = owner.GetField(name, BindingFlags.Static | BindingFlags.NonPublic);
            if (field is not null)
            {
                Set(field, field.FieldType.IsValueType && Nullable.GetUnderlyingType(field.FieldType) is null
                    ? RuntimeHelpers.GetUninitializedObject(field.FieldType)
                    : null);
            }
        }
    }

    // By nothing that converts values or emits code: every program has this.
    private static void Set(FieldInfo field, object? value) => RuntimeFieldInfo.SetValueInternal(field, null, value);

    /// <summary>Generators of libraries, which keep their state in objects that cannot be made again.</summary>
    private static void ReseedLibraries()
    {
        if (Find("BouncyCastle.Cryptography")?.GetType("Org.BouncyCastle.Security.SecureRandom") is { } type
            && type.GetField("ArbitraryRandom", BindingFlags.Static | BindingFlags.NonPublic) is { } field
            && Methods.Find(type, "SetSeed", BindingFlags.Instance | BindingFlags.Public, typeof(long)) is { } setSeed)
        {
            Snapshot.AtStart(() => ((Action<long>)setSeed.CreateDelegate(typeof(Action<long>), field.GetValue(null)))(Random.Shared.NextInt64()));
        }

        if (Find("System.Diagnostics.DiagnosticSource")?.GetType("System.Diagnostics.Activity") is { } activity
            && activity.GetField("s_currentRootId", BindingFlags.Static | BindingFlags.NonPublic) is { } rootId)
        {
            Snapshot.AtStart(() => Set(rootId, Random.Shared.NextInt64(uint.MaxValue)));
        }
    }

    private static Assembly? Find(string name)
    {
        foreach (Assembly assembly in AssemblyLoadContext.GetLoadedAssemblies())
        {
            if (assembly.FullName is { } full && full.Length > name.Length && full[name.Length] == ',' && full.StartsWith(name, StringComparison.Ordinal))
            {
                return assembly;
            }
        }

        return null;
    }
}
