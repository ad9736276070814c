;; Two components plugged into each other, with custom sections between them.
(component $composed
  (@custom "first" "one")
  (component $calculator
    (core module $m (func (export "add") (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1))))
    (core instance $i (instantiate $m))
    (func $add (param "a" s32) (param "b" s32) (result s32) (canon lift (core func $i "add")))
    (instance $operations (export "add" (func $add)))
    (export "example:calculator/operations" (instance $operations)))
  (@custom "second" "two")
  (component $app
    (import "example:calculator/operations" (instance $operations
      (export "add" (func (param "a" s32) (param "b" s32) (result s32)))))
    (core func $add (canon lower (func $operations "add")))
    (core module $m
      (import "operations" "add" (func $add (param i32 i32) (result i32)))
      (func (export "run") (result i32) (call $add (i32.const 40) (i32.const 2))))
    (core instance $i (instantiate $m (with "operations" (instance (export "add" (func $add))))))
    (func (export "run") (result s32) (canon lift (core func $i "run"))))
  (instance $calculator (instantiate $calculator))
  (instance $app (instantiate $app
    (with "example:calculator/operations" (instance $calculator "example:calculator/operations"))))
  (export "run" (func $app "run"))
  (@producers (language "none" "1") (processed-by "hand" "2"))
)
