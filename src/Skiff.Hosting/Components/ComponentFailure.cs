using Skiff.Hosting.Interop;
using Skiff.Hosting.Wasi;

namespace Skiff.Hosting.Components;

/// <summary>Says what an error of the engine means for a component.</summary>
internal static class ComponentFailure
{
    /// <summary>Why a component could not be instantiated.</summary>
    /// <param name="error">A <c>wasmtime_error_t</c>, which is deleted.</param>
    /// <param name="options">What the guest was given.</param>
    /// <param name="interruption">What ends the guest.</param>
    public static Exception OfInstantiation(nint error, GuestOptions options, Interruption interruption)
    {
        TrapException failure = NativeError.TakeTrap(error, 0);
        if (interruption.IsRequested)
        {
            return interruption.ToException();
        }

        // The engine tells them apart by its words only.
        if (options.MemoryLimit is { } limit && failure.Message.Contains("exceeds memory limits", StringComparison.Ordinal))
        {
            return new MemoryLimitException(limit, failure);
        }

        return failure.Frames.Count > 0 || failure.Code != TrapCode.Other
            ? failure
            : new InvalidModuleException($"the component cannot be linked: {NativeError.OneLine(failure.Message)}", failure);
    }
}
