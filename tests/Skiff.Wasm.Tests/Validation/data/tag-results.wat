;; the type of a tag has results (in tag 't')
(module (tag $t (result i32)))
