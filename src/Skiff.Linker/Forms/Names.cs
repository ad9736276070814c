using Skiff.Wasm;

namespace Skiff.Linker.Forms;

/// <summary>The name section, a sixth of the module, which programs are published without unless someone asks for it.</summary>
internal static class Names
{
    /// <summary>Forgets the names of everything.</summary>
    public static void Strip(Module module)
    {
        module.Name = null;
        foreach (Extern item in module.Items)
        {
            item.Name = null;
        }

        foreach (Function function in module.Functions)
        {
            function.LocalNames = null;
            function.LabelNames = null;
        }

        module.DataSegments.ForEach(segment => segment.Name = null);
        module.ElementSegments.ForEach(segment => segment.Name = null);
    }
}
