namespace Skiff.Wasm.Tests.Judges;

/// <summary>
/// The wasm-tools that jco brings: printing, making and describing components. Tests are skipped where npm cannot
/// install it.
/// </summary>
internal static class Jco
{
    /// <summary>The npm package.</summary>
    public const string Package = "@bytecodealliance/jco-transpile";

    /// <summary>The text format of a module or component.</summary>
    public static string Print(byte[] bytes) => Evaluate(bytes, "process.stdout.write(await tools.print(bytes))");

    /// <summary>The world of a component as WIT; wasm-tools validates the component for it.</summary>
    public static string Wit(byte[] component) => Evaluate(component, "process.stdout.write(await tools.componentWit(bytes))");

    /// <summary>Asserts that wasm-tools finds a component valid.</summary>
    public static void AssertValid(byte[] component) => Assert.NotEmpty(Wit(component));

    /// <summary>
    /// What modules and components say of what made them, a line for each producer of each: a component's own before those of
    /// what is in it.
    /// </summary>
    public static string Producers(byte[] bytes) => Evaluate(bytes, """
        for (const item of await tools.metadataShow(bytes)) {
          for (const [field, values] of item.producers) {
            for (const [name, version] of values) console.log(item.metaType.tag, field, name, version);
          }
        }
        """);

    /// <summary>Makes a component from a core module that has its world embedded.</summary>
    public static byte[] ComponentNew(byte[] module) => Base64(module, "await tools.componentNew(bytes)");

    /// <summary>Makes a component for WASI 0.2 from a core module for preview 1, with the adapter that jco brings.</summary>
    public static byte[] Adapt(byte[] module)
    {
        string adapter = new Uri(Path.Combine(NpmTools.Modules, "@bytecodealliance", "jco", "lib", "wasi_snapshot_preview1.command.wasm")).AbsoluteUri;
        return Base64(module, $"await tools.componentNew(bytes, [['wasi_snapshot_preview1', (await import('fs')).readFileSync(new URL('{adapter}'))]])");
    }

    /// <summary>Makes a core module that imports and exports all of a world, with the world embedded; its functions trap.</summary>
    public static byte[] DummyModule(string wit) => Base64(
        System.Text.Encoding.UTF8.GetBytes(wit),
        "await tools.componentEmbed({ dummy: true, witSource: bytes.toString('utf8') })");

    /// <summary>
    /// Runs a component in Node: jco translates it, and <c>call</c> gets its exports, <c>imports</c> being what it imports.
    /// What the script prints is returned.
    /// </summary>
    /// <param name="component">The component.</param>
    /// <param name="imports">JavaScript for an object of the imports.</param>
    /// <param name="call">JavaScript that uses <c>exports</c>.</param>
    public static string Run(byte[] component, string imports, string call)
    {
        string transpile = new Uri(Path.Combine(NpmTools.Modules, Package, "dist", "index.js")).AbsoluteUri;
        return Evaluate(component, $$"""
            const [fs, os, path, url] = await Promise.all(['fs', 'os', 'path', 'url'].map(name => import(name)));
            const { transpileBytes } = await import('{{transpile}}');
            const made = await transpileBytes(bytes, { name: 'judged', instantiation: 'async', optimize: false });
            const files = Object.fromEntries((Array.isArray(made.files) ? made.files : Object.entries(made.files)).map(([name, contents]) => [path.basename(name), contents]));
            const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'judged-'));
            try {
              const file = path.join(folder, 'judged.mjs');
              fs.writeFileSync(file, files['judged.js']);
              const { instantiate } = await import(url.pathToFileURL(file));
              const exports = await instantiate(name => WebAssembly.compile(files[name]), {{imports}});
              {{call}}
            } finally {
              fs.rmSync(folder, { recursive: true });
            }
            """);
    }

    private static byte[] Base64(byte[] input, string expression) => Convert.FromBase64String(
        Evaluate(input, $"process.stdout.write(Buffer.from({expression}).toString('base64'))"));

    /// <summary>Runs a script with <c>bytes</c> holding the input and <c>tools</c> the wasm-tools.</summary>
    private static string Evaluate(byte[] input, string script)
    {
        string tools = new Uri(Path.Combine(NpmTools.Modules, Package, "dist", "wasm-tools.js")).AbsoluteUri;
        return Node.Evaluate(
            input,
            $"import('{tools}').then(async tools => {{ {script} }}).catch(error => {{ console.error(error.payload ?? error.message ?? error); process.exitCode = 1; }})");
    }
}
