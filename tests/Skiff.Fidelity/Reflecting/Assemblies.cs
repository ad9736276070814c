using System.Reflection;
using System.Runtime.Loader;
using System.Runtime.Versioning;

namespace Skiff.Fidelity.Reflecting;

public static class Assemblies
{
    [Program]
    public static void Identity()
    {
        Assembly own = typeof(Assemblies).Assembly;
        WriteLine($"{own.GetName().Name} {own.GetName().Version} {own.EntryPoint!.Name} {Assembly.GetEntryAssembly() == own} {Assembly.GetExecutingAssembly() == own} {own.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName} {own.IsDynamic} {own.IsCollectible} {own.ImageRuntimeVersion}");
        WriteLine($"{AppDomain.CurrentDomain.BaseDirectory == AppContext.BaseDirectory} {AppDomain.CurrentDomain.FriendlyName}");
        WriteLine($"{own.GetReferencedAssemblies().Any(a => a.Name == "System.Runtime")} {AppDomain.CurrentDomain.GetAssemblies().Contains(own)} {own.GetType("Skiff.Fidelity.Program")!.Name} {own.GetExportedTypes().Length > 50}");
        WriteLine($"{Environment.Version.Major} {System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription.StartsWith(".NET 10.", StringComparison.Ordinal)} {AppContext.TargetFrameworkName}");
        WriteLine($"{AppContext.TryGetSwitch("Skiff.Fidelity.Switch", out bool on)} {on} {AppContext.GetData("Skiff.Fidelity.Property")} {AppContext.GetData("absent") ?? "null"}");
        AppContext.SetSwitch("Skiff.Runtime.Set", true);
        WriteLine(AppContext.TryGetSwitch("Skiff.Runtime.Set", out on) && on);
    }

    [Program]
    public static void Location()
    {
        string location = typeof(Assemblies).Assembly.Location;
        WriteLine($"{Path.GetFileName(location)} {File.Exists(location)} {Path.GetDirectoryName(location) + Path.DirectorySeparatorChar == AppContext.BaseDirectory}");
    }

    [Program]
    public static void Loading()
    {
        Attempt.Show("by name", () => Assembly.Load("System.Collections.Immutable").GetName().Name);
        Attempt.Do("missing", () =>
        {
            try
            {
                Assembly.Load("No.Such.Assembly");
            }
            catch (FileNotFoundException e)
            {
                throw new FileNotFoundException($"{e.Message.Trim()} | {e.FileName}");
            }
        });
        try
        {
            Assembly.Load([1, 2, 3, 4]);
        }
        catch (BadImageFormatException e)
        {
            WriteLine(e.GetType());
        }

        int asked = 0;
        AssemblyLoadContext.Default.Resolving += (_, name) =>
        {
            asked++;
            return null;
        };
        Attempt.Show("resolving", () =>
        {
            try
            {
                return Assembly.Load("Another.Missing").FullName;
            }
            catch (FileNotFoundException)
            {
                return $"asked {asked > 0}";
            }
        });
    }

    [Program]
    public static void LoadingFromFiles()
    {
        byte[] bytes = File.ReadAllBytes(typeof(Markdig.Markdown).Assembly.Location);
        AssemblyLoadContext context = new("own", isCollectible: true);
        Assembly loaded = context.LoadFromStream(new MemoryStream(bytes));
        WriteLine($"{loaded.GetName().Name} {AssemblyLoadContext.GetLoadContext(loaded)!.Name} {loaded == typeof(Markdig.Markdown).Assembly} {loaded.GetType("Markdig.Markdown") == typeof(Markdig.Markdown)} {context.Assemblies.Count()} {context.IsCollectible}");
        object? html = loaded.GetType("Markdig.Markdown")!.GetMethods().First(m => m.Name == "ToHtml" && m.GetParameters() is { Length: 3 } p && p[0].ParameterType == typeof(string)).Invoke(null, ["*x*", null, null]);
        WriteLine(html!.ToString()!.Trim());
        Assembly fromFile = new AssemblyLoadContext("file").LoadFromAssemblyPath(typeof(YamlDotNet.Core.Emitter).Assembly.Location);
        WriteLine(fromFile.GetName().Name);
        context.Unload();
    }

    [Program]
    public static void Metadata()
    {
        using FileStream stream = File.OpenRead(typeof(Assemblies).Assembly.Location);
        using System.Reflection.PortableExecutable.PEReader pe = new(stream);
        System.Reflection.Metadata.MetadataReader reader = System.Reflection.Metadata.PEReaderExtensions.GetMetadataReader(pe);
        WriteLine($"{reader.GetString(reader.GetModuleDefinition().Name)} {reader.TypeDefinitions.Count > 100} {reader.MetadataVersion} {reader.TypeDefinitions.Select(t => reader.GetString(reader.GetTypeDefinition(t).Name)).Contains("Assemblies")}");
    }
}
