using Skiff.Components;
using Skiff.Wasm;
using Skiff.Wasm.Components;

namespace Skiff.Linker.Components;

/// <summary>The form of a program for WASI 0.2: its module, wrapped into a component of its world.</summary>
internal static class ComponentForm
{
    /// <summary>Makes the component.</summary>
    /// <param name="module">The linked module.</param>
    /// <param name="world">What it imports and exports.</param>
    /// <exception cref="AppLinkException">They do not fit.</exception>
    public static Component Encode(Module module, ProgramWorld world)
    {
        try
        {
            return ComponentEncoder.Encode(module, world.World);
        }
        catch (ComponentEncodingException exception)
        {
            string message = exception.Message.TrimEnd('.');
            throw new AppLinkException(LinkError.WorldMismatch, char.ToLowerInvariant(message[0]) + message[1..], exception);
        }
    }
}
