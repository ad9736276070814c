using Skiff.Wasm;
using Skiff.Wasm.Linking;

namespace Skiff.Runtime.Linking;

/// <summary>A version of WASI that a personality stands on, and what the module that is linked with it has to be.</summary>
public abstract class WasiVersion
{
    /// <summary>WASI 0.1, called preview 1.</summary>
    public static WasiVersion Preview1 { get; } = new Preview1Version();

    /// <summary>WASI 0.2.</summary>
    public static WasiVersion Version02 { get; } = new ComponentVersion();

    /// <summary>The name of the module's file in a runtime pack.</summary>
    public abstract string ModuleName { get; }

    /// <summary>The name of the file of the module's references there.</summary>
    public abstract string ReferencesName { get; }

    /// <summary>The export that a host starts a command by.</summary>
    internal abstract string EntryPoint { get; }

    /// <summary>Makes sure that a linked module imports nothing but functions of this version.</summary>
    /// <exception cref="LinkException">It does; the message names what it should not import.</exception>
    internal abstract void CheckImports(Module module);

    private sealed class Preview1Version : WasiVersion
    {
        public override string ModuleName => "dotnet.wasm";

        public override string ReferencesName => "dotnet.references";

        internal override string EntryPoint => "_start";

        internal override void CheckImports(Module module)
        {
            var unbound = module.Imports.Where(i => i.Import!.Module != "wasi_snapshot_preview1").Select(i => i.Import!.ToString()).ToList();
            if (unbound.Count > 0)
            {
                throw new LinkException($"The personality does not satisfy these imports of the runtime: {string.Join(", ", unbound)}.");
            }
        }
    }

    private sealed class ComponentVersion : WasiVersion
    {
        public override string ModuleName => "dotnet.0.2.wasm";

        public override string ReferencesName => "dotnet.0.2.references";

        internal override string EntryPoint => "wasi:cli/run@0.2.12#run";

        internal override void CheckImports(Module module) => WorldImports.Check(module);
    }
}
