;; Types of components, instances and core modules, inside each other.
(component
  (core type $module (module
    (type $f (func (param i32) (result i64)))
    (import "env" "f" (func (type $f)))
    (import "env" "memory" (memory 1 2))
    (import "env" "table" (table 1 funcref))
    (import "env" "global" (global (mut i32)))
    (export "g" (func (type $f)))
    (export "m" (memory 1))))
  (core type $structure (struct (field i32) (field (mut i64))))
  (core type $open (sub (struct)))
  (core rec
    (type $tree (struct (field (ref null $forest))))
    (type $forest (array (ref null $tree))))
  (type $instance (instance
    (type $inner (record (field "a" u8)))
    (export "named" (type $named (eq $inner)))
    (export "fresh" (type $fresh (sub resource)))
    (export "use" (func (param "a" $named) (result (own $fresh))))
    (export "more" (instance (export "deep" (func))))))
  (type $component (component
    (import "plain" (func (param "x" u32)))
    (import "wasi:clocks/monotonic-clock@0.2.0" (instance (export "now" (func (result u64)))))
    (import "core" (core module (type $module)))
    (export "made" (instance (type $instance)))))
  (type $wrapped (component
    (alias outer 1 $component (type $c))
    (import "component" (component (type $c)))))
  (import "module" (core module (type $module)))
  (import "instance" (instance (type $instance)))
)
