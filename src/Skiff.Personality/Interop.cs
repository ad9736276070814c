using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>The imports behind System.Runtime.InteropServices.JavaScript. Nothing here can work, so everything says so.</summary>
internal static unsafe class Interop
{
    /// <summary>
    /// <c>mono_wasm_bind_js_import_ST</c>: every <c>[JSImport]</c> starts here. The message it returns, in UTF-16 memory
    /// that the caller frees, becomes the JSException that the program sees.
    /// </summary>
    [UnmanagedCallersOnly(EntryPoint = "env.mono_wasm_bind_js_import_ST")]
    internal static char* BindImport(void* signature)
    {
        byte* message = Text.Of("JavaScript functions cannot be imported: this program runs under WASI, which has no JavaScript."u8);
        uint length = Text.Length(message);
        char* text = (char*)Runtime.Allocate((length + 1) * sizeof(char));
        if (text != null)
        {
            for (uint i = 0; i <= length; i++)
            {
                text[i] = (char)message[i];
            }
        }

        return text;
    }

    [UnmanagedCallersOnly(EntryPoint = "env.mono_wasm_invoke_jsimport_ST")]
    internal static void InvokeImport(int function, void* arguments) => Process.Missing("mono_wasm_invoke_jsimport_ST"u8);

    [UnmanagedCallersOnly(EntryPoint = "env.mono_wasm_invoke_js_function")]
    internal static void InvokeFunction(int function, void* arguments) => Process.Missing("mono_wasm_invoke_js_function"u8);

    [UnmanagedCallersOnly(EntryPoint = "env.mono_wasm_resolve_or_reject_promise")]
    internal static void ResolveOrRejectPromise(void* arguments) => Process.Missing("mono_wasm_resolve_or_reject_promise"u8);

    [UnmanagedCallersOnly(EntryPoint = "env.mono_wasm_cancel_promise")]
    internal static void CancelPromise(int promise) => Process.Missing("mono_wasm_cancel_promise"u8);

    /// <summary><c>mono_wasm_release_cs_owned_object</c>: called by finalizers of proxies, of which there are none.</summary>
    [UnmanagedCallersOnly(EntryPoint = "env.mono_wasm_release_cs_owned_object")]
    internal static void ReleaseObject(int handle) => Process.Missing("mono_wasm_release_cs_owned_object"u8);

    /// <summary><c>mono_wasm_console_clear</c>: the escape sequence that `System.Console` writes on any other Unix.</summary>
    [UnmanagedCallersOnly(EntryPoint = "env.mono_wasm_console_clear")]
    internal static void ConsoleClear()
    {
        Iovec iovec;
        iovec.Buffer = Text.Of("\e[H\e[J"u8);
        iovec.Length = 6;
        uint written;
        _ = Wasi.FdWrite(1, &iovec, 1, &written);
    }

    /// <summary>
    /// <c>mono_wasm_get_locale_info</c>: the names of a locale's language and region, as <c>language##region</c>. Without
    /// JavaScript's Intl the culture's own name serves as its language's name, which is what a browser that does not know
    /// the locale answers too. Lengths are in UTF-16 units; null is success.
    /// </summary>
    [UnmanagedCallersOnly(EntryPoint = "env.mono_wasm_get_locale_info")]
    internal static char* LocaleInfo(char* locale, int localeLength, char* culture, int cultureLength, char* result, int maximum, int* length)
    {
        char* name = cultureLength > 0 ? culture : locale;
        int count = cultureLength > 0 ? cultureLength : localeLength;
        if (count > maximum)
        {
            count = maximum;
        }

        for (int i = 0; i < count; i++)
        {
            result[i] = name[i];
        }

        *length = count;
        return null;
    }
}
