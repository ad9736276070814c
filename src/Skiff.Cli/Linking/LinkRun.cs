using Skiff.Hosting;
using Skiff.Linker;

namespace Skiff.Cli.Linking;

/// <summary>Does what <c>skiff link</c> is asked to.</summary>
internal static class LinkRun
{
    private const int LinkFailed = 1;

    /// <summary>Links, with progress on standard output and errors as build tools show them.</summary>
    /// <param name="request">The program.</param>
    /// <param name="timing">Whether to print how long each phase took.</param>
    /// <returns>The exit code.</returns>
    public static int Execute(LinkRequest request, bool timing)
    {
        LinkProgress progress = new(Console.Out, Path.GetFileName(request.Output));
        try
        {
            LinkResult result = AppLinker.Link(request, progress);
            Console.WriteLine($"{Path.GetFileName(result.Path)}: {result.Size / 1e6:0.00} MB");
            if (timing)
            {
                progress.PrintTiming();
            }

            return 0;
        }
        catch (AppLinkException exception)
        {
            return Fail(exception.Code, exception.Message);
        }
        catch (EngineNotFoundException exception)
        {
            return Fail("SKIFF2013", exception.Message);
        }
    }

    private static int Fail(string code, string sentence)
    {
        Console.Error.WriteLine($"skiff: error {code}: {sentence}.");
        return LinkFailed;
    }
}
