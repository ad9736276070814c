namespace Skiff.Wasm.Components;

/// <summary>What there is to say about <see cref="ComponentSectionId"/>.</summary>
internal static class ComponentSections
{
    /// <summary>The section's name in messages.</summary>
    public static string Text(this ComponentSectionId id) => id switch
    {
        ComponentSectionId.CoreModule => "core module",
        ComponentSectionId.CoreInstance => "core instance",
        ComponentSectionId.CoreType => "core type",
        _ => id.ToString().ToLowerInvariant(),
    };

    /// <summary>Whether the section is a vector of definitions; the others hold one thing each.</summary>
    public static bool IsVector(this ComponentSectionId id) =>
        id is not (ComponentSectionId.Custom or ComponentSectionId.CoreModule or ComponentSectionId.Component or ComponentSectionId.Start);
}
