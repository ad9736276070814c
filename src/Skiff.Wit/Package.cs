namespace Skiff.Wit;

/// <summary>A package: interfaces and worlds (WIT.md, "WIT Packages").</summary>
public sealed class Package
{
    /// <summary>Makes a package without items.</summary>
    public Package(PackageName name)
    {
        Name = name;
    }

    /// <summary>The name.</summary>
    public PackageName Name { get; set; }

    /// <summary>The text of the documentation comments of its declaration.</summary>
    public string? Documentation { get; set; }

    /// <summary>The interfaces, in the order of the files.</summary>
    public List<Interface> Interfaces { get; } = [];

    /// <summary>The worlds, in the order of the files.</summary>
    public List<World> Worlds { get; } = [];

    /// <summary>The interface of a name.</summary>
    public Interface? FindInterface(string name) => Interfaces.Find(item => item.Name == name);

    /// <summary>The world of a name.</summary>
    public World? FindWorld(string name) => Worlds.Find(item => item.Name == name);

    /// <summary>The name.</summary>
    public override string ToString() => Name.ToString();
}
