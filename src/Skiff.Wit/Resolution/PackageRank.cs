namespace Skiff.Wit.Resolution;

/// <summary>Where a package comes from: when there are several of a name, the first of these counts.</summary>
internal enum PackageRank
{
    /// <summary>From <see cref="WitSources.Root"/> and <see cref="WitSources.Dependencies"/>.</summary>
    Own,

    /// <summary>From <see cref="WitSources.References"/>.</summary>
    Reference,

    /// <summary>From <see cref="WitSources.Library"/>.</summary>
    Library,
}
