namespace Skiff.Wasm.Tests.Binary;

/// <summary>A small module with every section and most instructions, as the text format gives it.</summary>
internal static class CompleteModule
{
    public const string Text = """
        (module $complete
          (rec
            (type $list (sub (struct (field $head (mut i32)) (field $tail (ref null $list)))))
            (type $visitor (func (param (ref $list)) (result i32))))
          (type $longer (sub final $list (struct (field (mut i32)) (field (ref null $list)) (field i8))))
          (type $bytes (array (mut i8)))
          (type $binary (func (param i32 i32) (result i32)))
          (import "host" "log" (func $log (param i32)))
          (import "host" "table" (table $shared 1 10 funcref))
          (import "host" "memory" (memory $far i64 1))
          (import "host" "limit" (global $limit i32))
          (import "host" "failure" (tag $failure (param i32)))
          (table $own 4 4 (ref null $binary))
          (table $filled 2 externref (ref.null extern))
          (memory $near 1 2 shared)
          (tag $thrown (param i32 i64))
          (global $counter (mut i32) (i32.add (global.get $limit) (i32.const 3)))
          (global $vector v128 (v128.const i64x2 1 2))
          (global $pair (ref $list) (struct.new $list (i32.const 7) (ref.null $list)))
          (export "add" (func $add))
          (export "own" (table $own))
          (export "near" (memory $near))
          (export "counter" (global $counter))
          (export "thrown" (tag $thrown))
          (start $begin)
          (elem $active (table $own) (i32.const 1) (ref null $binary) (ref.func $add) (ref.null $binary))
          (elem $first (table $shared) (i32.const 0) func $add $begin)
          (elem $passive funcref (ref.func $begin) (ref.null func))
          (elem $declared declare func $visit)
          (data $start (memory $near) (i32.const 16) "hello\00world")
          (data $later "later")
          (func $add (type $binary) (local $sum i32) (local i64 i64) (local $f f64)
            (local.set $sum (i32.add (local.get 0) (local.get 1)))
            (block $out (result i32)
              (loop $again
                (br_if $again (i32.eqz (i32.const 1)))
                (br_table $out $out (local.get $sum) (i32.const 1)))
              (unreachable)))
          (func $begin
            (memory.init $near $later (i32.const 0) (i32.const 0) (i32.const 5))
            (data.drop $later)
            (memory.copy $near $near (i32.const 0) (i32.const 1) (i32.const 2))
            (table.init $shared $passive (i32.const 0) (i32.const 0) (i32.const 1))
            (i64.store $near offset=8 align=4 (i32.const 1) (i64.load8_u $far offset=0x100000000 (i64.const 2)))
            (drop (i32.atomic.rmw.cmpxchg $near (i32.const 0) (i32.const 1) (i32.const 2)))
            (drop (i8x16.shuffle 0 1 2 3 4 5 6 7 24 25 26 27 28 29 30 31 (global.get $vector) (global.get $vector)))
            (drop (call_indirect $own (type $binary) (i32.const 1) (i32.const 2) (i32.const 3)))
            (block $caught (result i32 i64)
              (try_table (catch $thrown $caught) (throw $thrown (i32.const 1) (i64.const 2)))
              (unreachable))
            (drop)
            (call $log))
          (func $visit (type $visitor)
            (local $text (ref $bytes))
            (local.set $text (array.new_data $bytes $later (i32.const 0) (i32.const 2)))
            (if (result i32) (ref.test (ref $longer) (local.get 0))
              (then (struct.get_s $longer 2 (ref.cast (ref $longer) (local.get 0))))
              (else
                (block $none (result (ref null $list))
                  (br_on_cast_fail $none (ref $list) (ref $longer) (local.get 0))
                  (return_call_ref $visitor (ref.func $visit)))
                (drop)
                (array.get_u $bytes (local.get $text) (i32.const 0))))))
        """;

    public static byte[] Bytes { get; } = Wasmtime.Assemble(Text);
}
