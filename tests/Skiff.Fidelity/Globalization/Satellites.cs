using System.Resources;

namespace Skiff.Fidelity.Globalization;

public static class Satellites
{
    [Program]
    public static void Strings()
    {
        ResourceManager resources = new("Skiff.Fidelity.Globalization.Messages", typeof(Satellites).Assembly);
        foreach (string name in new[] { "", "en-US", "de", "de-AT", "fr-CA", "fr-FR", "ja" })
        {
            CultureInfo culture = CultureInfo.GetCultureInfo(name);
            WriteLine($"'{name}' {resources.GetString("Greeting", culture)} | {resources.GetString("OnlyNeutral", culture)} | {resources.GetString("Missing", culture) ?? "null"}");
        }

        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de-DE");
        WriteLine(resources.GetString("Greeting"));
        Attempt.Show("no such resources", () =>
        {
            try
            {
                return new ResourceManager("None", typeof(Satellites).Assembly).GetString("x");
            }
            catch (MissingManifestResourceException)
            {
                return "missing manifest";
            }
        });
    }

    [Program]
    public static void Embedded()
    {
        System.Reflection.Assembly assembly = typeof(Satellites).Assembly;
        WriteLine(string.Join(' ', assembly.GetManifestResourceNames().Order(StringComparer.Ordinal)));
        using StreamReader reader = new(assembly.GetManifestResourceStream("embedded.txt")!);
        Write(reader.ReadToEnd());
        WriteLine(assembly.GetManifestResourceInfo("embedded.txt")!.ResourceLocation);
        WriteLine(assembly.GetManifestResourceStream("none") is null);
        WriteLine(assembly.GetSatelliteAssembly(CultureInfo.GetCultureInfo("de")).GetName().CultureName);
        Attempt.Do("no satellite", () =>
        {
            try
            {
                assembly.GetSatelliteAssembly(CultureInfo.GetCultureInfo("ja"));
            }
            catch (FileNotFoundException e)
            {
                throw new FileNotFoundException(e.GetType().Name);
            }
        });
        WriteLine(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "content.txt")).Trim());
    }
}
