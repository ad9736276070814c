namespace Skiff.Hosting;

/// <summary>Is told how far a guest is, on the guest's thread. What is thrown here ends the guest and reaches the caller of <see cref="WasiCommand.Run"/>.</summary>
public interface IGuestObserver
{
    /// <summary>It has what it was given, and its memory; now its code begins.</summary>
    void Started();

    /// <summary>Its code has ended, one way or another, and what it wrote is where it belongs.</summary>
    void Ended();
}
