using Skiff.Wasm.Components;
using Skiff.Wasm.Validation;

namespace Skiff.Wasm.Tests.Components;

/// <summary>What is wrong with components that Wasmtime refuses too, in plain words; and what valid ones import and export.</summary>
public class ComponentValidationTests
{
    private const string Libc = """
        (core module $m (memory (export "memory") 1) (func (export "realloc") (param i32 i32 i32 i32) (result i32) i32.const 0)
          (func (export "f")) (func (export "g") (param i32 i32) (result i32) i32.const 0))
        (core instance $i (instantiate $m))
        (alias core export $i "memory" (core memory $memory)) (alias core export $i "realloc" (core func $realloc))
        """;

    public static TheoryData<string, string> Invalid => new()
    {
        { """(import "Not_kebab" (func))""", "'Not_kebab' is not a name: expected kebab case such as my-name, an interface such as a:b/c@1.0.0, or [method]a.b (in import 'Not_kebab'" },
        { """(import "a-b" (func)) (import "A-b" (func))""", "the name 'A-b' conflicts with 'a-b' (in import 'A-b'" },
        { """(import "[method]r.m" (func (param "self" u32)))""", "the first parameter of '[method]r.m' is not 'self', a borrowed handle" },
        { """(import "[static]r.m" (func))""", "there is no resource type 'r' before '[static]r.m'" },
        { """(import "r" (type (sub resource))) (import "[constructor]r" (func (result u32)))""", "the constructor '[constructor]r' does not return the resource it makes" },
        { """(type (record))""", "it has no fields" },
        { """(type (record (field "a" u8) (field "A" u8)))""", "the field 'A' is there twice" },
        { """(type (stream char))""", "streams of char are not defined yet" },
        { """(type (map f32 u8))""", "its keys are of type f32" },
        { """(type $f (func)) (type (list $f))""", "which is a function, where another kind of type is expected" },
        { """(type $r (resource (rep i32))) (type (func (result (borrow $r))))""", "its result has a borrowed handle in it, which does not outlive the call" },
        { """(type $r (record (field "a" u8))) (import "f" (func (param "x" $r)))""", "it uses a type that is not imported under a name before" },
        { """(core module $m (import "a" "b" (func))) (core instance (instantiate $m))""", "the argument 'a' is missing; the module imports 'b' from it" },
        { """(core module $m (import "a" "b" (func))) (core instance $x) (core instance (instantiate $m (with "a" (instance $x))))""", "'b' of the argument 'a' does not fit: it is missing; expected a function" },
        { """(core module $m (import "a" "f" (func (param i64)))) (core module $n (func (export "f"))) (core instance $x (instantiate $n)) (core instance (instantiate $m (with "a" (instance $x))))""", "it is of type [] -> []; expected [i64] -> []" },
        { Libc + """(func (param "a" u32) (canon lift (core func $i "f")))""", "the core function is of type [] -> []; func(a: u32) is lifted from [i32] -> []" },
        { Libc + """(func (param "a" string) (result u32) (canon lift (core func $i "g")))""", "it passes strings, lists or more values than fit, and has no memory for them" },
        { Libc + """(func (param "a" string) (result u32) (canon lift (core func $i "g") (memory (core memory $memory))))""", "and has no realloc to make room for them" },
        { Libc + """(func (param "a" string) (result u32) (canon lift (core func $i "g") (memory (core memory $memory)) (memory (core memory $memory))))""", "the option memory is there twice" },
        { Libc + """(func (param "a" string) (result u32) (canon lift (core func $i "g") (memory (core memory $memory)) (realloc (core func $i "f"))))""", "its realloc is of type [] -> []; expected [i32 i32 i32 i32] -> [i32]" },
        { """(import "r" (type $r (sub resource))) (core func (canon resource.new $r))""", "the component does not implement the resource type r" },
        { """(component $c (import "f" (func (param "a" u8)))) (instance (instantiate $c))""", "the argument 'f' does not fit: it is missing; expected a function" },
        { """(import "g" (func $g)) (component $c (import "f" (func (param "a" u8)))) (instance (instantiate $c (with "f" (func $g))))""", "it is of type func(); expected func(a: u8)" },
        { """(component $c (import "r" (type $r (sub resource))) (import "f" (func $f (param "a" (own $r))))) (import "x" (type $x (sub resource))) (import "y" (type $y (sub resource))) (import "f" (func $f (param "a" (own $y)))) (instance (instantiate $c (with "r" (type $x)) (with "f" (func $f))))""", "it is of type func(a: y); expected func(a: x)" },
        { """(import "i" (instance $i)) (alias export $i "f" (func))""", "the instance exports no 'f'" },
        { """(type $r (resource (rep i32))) (component (alias outer 1 $r (type)))""", "takes a type with the resource type r out of another component" },
        { """(type $r (resource (rep i32))) (core func $new (canon resource.new $r)) (func $make (param "a" u32) (result (own $r)) (canon lift (core func $new))) (instance (export "r" (type $r)) (export "[constructor]r" (func $make)))""", "the resource type of '[constructor]r' has no name here" },
        { """(core type (module (import "a" "b" (memory 70000))))""", "the size is at most 65536" },
        { """(core type (module (export "a" (table 2 1 funcref))))""", "the minimum 2 exceeds the maximum 1" },
        { """(core module (func (result i32)))""", "type mismatch" },
    };

    [Theory]
    [MemberData(nameof(Invalid))]
    public void An_invalid_component_is_refused_in_plain_words(string definitions, string message)
    {
        byte[] bytes = Wasmtime.Assemble($"(component {definitions})");
        Assert.NotNull(Wasmtime.JudgeComponent(bytes));
        string actual = Assert.Throws<WasmValidationException>(() => Component.Read(bytes).Validate()).Message;
        if (message != "type mismatch")
        {
            Assert.Contains(message, actual, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_signature_has_every_alias_followed()
    {
        var component = Component.Read(Wasmtime.Assemble("""
            (component
              (import "a:b/types@1.0.0" (instance $types
                (type $p (record (field "x" u32) (field "y" (list string))))
                (export "point" (type $point (eq $p)))
                (export "canvas" (type $canvas (sub resource)))
                (export "[method]canvas.draw" (func (param "self" (borrow $canvas)) (param "at" $point) (result (result (own $canvas) (error string)))))))
              (alias export $types "point" (type $point))
              (import "last" (func (result (option $point)))))
            """));
        ComponentSignature signature = component.GetSignature();
        Assert.Empty(signature.Exports);
        Assert.Equal(["a:b/types@1.0.0", "last"], signature.Imports.Select(import => import.Name.Name));
        InstanceSignature types = Assert.IsType<InstanceSignature>(signature.Imports[0].Signature);
        Assert.Equal(["point", "canvas", "[method]canvas.draw"], types.Exports.Select(export => export.Name.Name));
        Assert.Equal(
            "func(self: borrow<canvas>, at: record<x: u32, y: list<string>>) -> result<canvas, string>",
            types.Find("[method]canvas.draw")!.ToString());
        FunctionSignature last = Assert.IsType<FunctionSignature>(signature.Imports[1].Signature);
        Assert.Same(((TypeSignature)types.Find("point")!).Type, last.Result!.Types[0]);
    }
}
