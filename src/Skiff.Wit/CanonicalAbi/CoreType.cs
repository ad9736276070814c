namespace Skiff.Wit.CanonicalAbi;

/// <summary>The types of core values that values of WIT types are flattened to.</summary>
public enum CoreType
{
    /// <summary><c>i32</c></summary>
    I32,

    /// <summary><c>i64</c></summary>
    I64,

    /// <summary><c>f32</c></summary>
    F32,

    /// <summary><c>f64</c></summary>
    F64,
}
