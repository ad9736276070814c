namespace Skiff.Hosting;

/// <summary>A directory of the host that a guest may use.</summary>
/// <param name="HostPath">The directory on the host.</param>
/// <param name="GuestPath">The path under which the guest finds it, such as <c>/data</c> or <c>.</c>.</param>
/// <param name="ReadOnly">Whether the guest may read only: nothing under it can be created, changed, renamed or deleted.</param>
public sealed record GuestDirectory(string HostPath, string GuestPath, bool ReadOnly = false);
