;; Plain names, interface names with versions, a plain name that implements an interface, and exports with types.
(component $named
  (import "plain-NAME-2" (func))
  (import "a:b/c" (instance $abc))
  (import "a:b/c@1.0.0-rc.1+build.5" (instance))
  (import "primary" (implements "wasi:keyvalue/store") (instance))
  (core module $m (func (export "f")))
  (core instance $i (instantiate $m))
  (func $f (canon lift (core func $i "f")))
  (instance $z (export "f" (func $f)))
  (export "again" (func $f))
  (export "typed" (func $f) (func))
  (export "x:y/z@0.1.0" (instance $z))
)
