using System.Runtime.InteropServices;

namespace Skiff.Hosting;

/// <summary>What machine code can be made for.</summary>
public static class CompilationTarget
{
    /// <summary>
    /// The engine's own instruction set: such code runs on every kind of machine, interpreted, and so about ten times slower.
    /// </summary>
    public const string Portable = "pulley64";

    /// <summary>The kind of machine that this is, as a triple: such code runs on every machine of that kind, whatever else its processor has.</summary>
    public static string Native { get; } =
        (RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "aarch64" : "x86_64")
        + (OperatingSystem.IsWindows() ? "-pc-windows-msvc" : OperatingSystem.IsMacOS() ? "-apple-darwin" : "-unknown-linux-gnu");

    /// <summary>All of them: the engine's compiler serves no kind of machine but the one that it runs on.</summary>
    public static IReadOnlyList<string> Supported { get; } = [Native, Portable];
}
