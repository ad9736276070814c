;; br names label 2, but only 2 blocks are open
(module (func (block (br 2))))
