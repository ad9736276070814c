using System.Reflection;

namespace Skiff.Runtime.Diagnostics;

/// <summary>How the core library finds its own messages; for the other assemblies the runtime pack's tool does the same.</summary>
[Patch(Bcl.CoreLib, "System.SR")]
internal static class CoreMessagesPatch
{
    public static string InternalGetResourceString(string key) =>
        Messages.Find((RuntimeAssembly)typeof(object).Assembly, "System.Private.CoreLib.Strings.resources", key) ?? key;
}
