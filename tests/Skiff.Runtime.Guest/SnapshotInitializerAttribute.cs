namespace Skiff;

/// <summary>Marks what runs before a snapshot. It is known by its name.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SnapshotInitializerAttribute : Attribute;
