using System.Reflection;

namespace Skiff.Cli;

/// <summary>The version of the command, which is the version of all of Skiff's packages.</summary>
internal static class CommandVersion
{
    /// <summary>Such as <c>0.1.0</c>, without what a source control system adds.</summary>
    public static string Text { get; } =
        typeof(CommandVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
