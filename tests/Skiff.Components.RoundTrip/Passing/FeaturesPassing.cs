namespace Skiff.Components.RoundTrip;

/// <summary>The world's own function, which calls the world's own import.</summary>
internal sealed class FeaturesPassing : IFeatures
{
    public static string EchoText(string v) => Features.EchoString(v);
}
