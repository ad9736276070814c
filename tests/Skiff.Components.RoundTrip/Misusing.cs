namespace Skiff.Components.RoundTrip;

/// <summary>Does what must not be done, and says what it got for that.</summary>
internal sealed class Misusing : IMisuse
{
    private static Tools.Tool? s_kept;

    public static string UseDisposed()
    {
        Tools.Tool tool = new(1);
        tool.Dispose();
        return Try(() => tool.Id());
    }

    public static string DisposeTwice()
    {
        Tools.Tool tool = new(2);
        tool.Dispose();
        return Try(() =>
        {
            tool.Dispose();
            return 0;
        });
    }

    public static string LendGiven()
    {
        Tools.Tool tool = new(3);
        Tools.Take(tool);
        return Try(() => Tools.Look(tool));
    }

    public static string GiveTwice()
    {
        Tools.Tool tool = new(4);
        return Try(() => Tools.TakeBoth(tool, tool));
    }

    public static string GiveOneTwiceInAList()
    {
        Tools.Tool tool = new(5);
        return Try(() => Tools.TakeAll([tool, tool]));
    }

    public static string GiveLent(Tools.Tool v) => Try(() => Tools.Take(v));

    public static string DisposeLent(Tools.Tool v)
    {
        v.Dispose();
        return Try(() => v.Id());
    }

    public static string KeepLent(Tools.Tool v)
    {
        s_kept = v;
        return $"{v.Id()}";
    }

    public static string UseKept() => Try(() => s_kept!.Id());

    public static string PassNullText() => Try(() =>
    {
        Tools.WantText(null!);
        return 0;
    });

    public static string PassNullList() => Try(() =>
    {
        Tools.WantList(null!);
        return 0;
    });

    public static string PassNullVariant() => Try(() =>
    {
        Tools.WantShape(null!);
        return 0;
    });

    public static string PassNullResource() => Try(() => Tools.Look(null!));

    public static string PassNoEnum() => Try(() => Tools.WantEnum((Tools.Color)3));

    public static string PassNoFlags() => Try(() => Tools.WantFlags((Tools.Rights)0xFF));

    public static string ReturnNull() => null!;

    public static string LendLent(Tools.Tool v) => Try(() => Tools.Look(v));

    public static uint Forget(uint count)
    {
        for (uint i = 0; i < count; i++)
        {
            _ = new Tools.Tool(i);
        }

        return count;
    }

    private static string Try<T>(Func<T> work)
    {
        try
        {
            return $"no exception: {work()}";
        }
        catch (Exception exception)
        {
            return $"{exception.GetType().Name}: {exception.Message}";
        }
    }
}
