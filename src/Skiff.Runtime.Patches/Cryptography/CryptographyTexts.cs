namespace Skiff.Runtime.Cryptography;

[Patch(Bcl.Cryptography, "System.SR")]
internal static class CryptographyTexts
{
    public static string get_Cryptography_AlgorithmNotSupported() =>
        "The algorithm '{0}' is not available under WASI; use a library such as BouncyCastle.Cryptography.";

    public static string get_PlatformNotSupported_CryptographyCng() =>
        "Windows Cryptography Next Generation (CNG) is not available under WASI; use the Create method of the algorithm's type, such as RSA.Create().";

    public static string get_PlatformNotSupported_CryptographyOpenSSL() =>
        "OpenSSL is not available under WASI; use the Create method of the algorithm's type, such as RSA.Create().";
}
