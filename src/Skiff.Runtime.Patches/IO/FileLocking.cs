namespace Skiff.Runtime.IO;

/// <summary>Whether FileShare is left to itself, by the switch that .NET has for it.</summary>
[AddTo(Bcl.CoreLib)]
internal static class FileLocking
{
    public static readonly bool IsDisabled =
        AppContextConfigHelper.GetBooleanConfig("System.IO.DisableFileLocking", "DOTNET_SYSTEM_IO_DISABLEFILELOCKING", defaultValue: false);
}
