namespace Skiff.Personality;

/// <content>Preopened directories.</content>
internal static unsafe partial class Wasi
{
    internal static int FdPrestatGet(int host, Prestat* prestat)
    {
        PreopenedDirectory* preopen = HostFiles.Preopen(host);
        if (preopen == null)
        {
            return Errno.BadDescriptor;
        }

        prestat->Tag = Prestat.Directory;
        prestat->NameLength = preopen->Name.Count;
        return Errno.Success;
    }

    internal static int FdPrestatDirName(int host, byte* path, uint length)
    {
        PreopenedDirectory* preopen = HostFiles.Preopen(host);
        if (preopen == null)
        {
            return Errno.BadDescriptor;
        }

        Text.Copy(path, preopen->Name.Items, length < preopen->Name.Count ? length : preopen->Name.Count);
        return Errno.Success;
    }
}
