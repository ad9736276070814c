using System.Collections;
using System.Globalization;

namespace Skiff.Runtime;

/// <summary>The default comparer is of the culture that the program starts in.</summary>
[Patch(Bcl.CoreLib, "System.Collections.Comparer")]
internal static class ComparerPatch
{
    public static void _cctor()
    {
        Comparer.Default = new Comparer(CultureInfo.CurrentCulture);
        Comparer.DefaultInvariant = new Comparer(CultureInfo.InvariantCulture);
        if (!Snapshot.HasStarted)
        {
            Snapshot.AtStart(static () => Comparer.Default._compareInfo = CultureInfo.CurrentCulture.CompareInfo);
        }
    }
}
