namespace Skiff.Compiler.Flow;

/// <summary>Replaces expressions within trees.</summary>
internal static class Rewrite
{
    /// <summary>The tree with <paramref name="replace"/> applied to every node, operands first, and simplified again where something changed.</summary>
    /// <param name="expression">The tree.</param>
    /// <param name="replace">Gives another node, or the same.</param>
    public static Expression Expression(Expression expression, Func<Expression, Expression> replace)
    {
        IReadOnlyList<Expression> operands = expression.Operands;
        Expression[]? changed = null;
        for (int i = 0; i < operands.Count; i++)
        {
            Expression operand = Expression(operands[i], replace);
            if (!ReferenceEquals(operand, operands[i]))
            {
                changed ??= [.. operands];
                changed[i] = operand;
            }
        }

        return replace(changed is null ? expression : WithOperands(expression, changed));
    }

    /// <summary>The statement with <paramref name="replace"/> applied to every node of its operands.</summary>
    public static Statement Statement(Statement statement, Func<Expression, Expression> replace)
    {
        IReadOnlyList<Expression> operands = statement.Operands;
        Expression[]? changed = null;
        for (int i = 0; i < operands.Count; i++)
        {
            Expression operand = Expression(operands[i], replace);
            if (!ReferenceEquals(operand, operands[i]))
            {
                changed ??= [.. operands];
                changed[i] = operand;
            }
        }

        return changed is null
            ? statement
            : statement is StoreStatement store
            ? Operations.Store(store.Opcode, changed[0], (int)store.Offset, changed[1])
            : statement.WithOperands(changed);
    }

    /// <summary>Applies <paramref name="replace"/> to every node of a block.</summary>
    /// <returns>Whether anything changed.</returns>
    public static bool Block(FlowBlock block, Func<Expression, Expression> replace)
    {
        bool hasChanged = false;
        for (int i = 0; i < block.Statements.Count; i++)
        {
            Statement statement = Statement(block.Statements[i], replace);
            hasChanged |= !ReferenceEquals(statement, block.Statements[i]);
            block.Statements[i] = statement;
        }

        if (block.Terminator.Operand is { } operand)
        {
            Expression changed = Expression(operand, replace);
            if (!ReferenceEquals(changed, operand))
            {
                hasChanged = true;
                block.Terminator = block.Terminator.WithOperand(changed);
            }
        }

        return hasChanged;
    }

    private static Expression WithOperands(Expression expression, Expression[] operands) => expression switch
    {
        OperationExpression { Operands.Count: 1 } operation when IsNumeric(operation) => Operations.Unary(operation.Opcode, operands[0]),
        OperationExpression { Operands.Count: 2 } operation when IsNumeric(operation) => Operations.Binary(operation.Opcode, operands[0], operands[1]),
        LoadExpression load => Operations.Load(load.Opcode, operands[0], (int)load.Offset),
        _ => expression.WithOperands(operands),
    };

    private static bool IsNumeric(OperationExpression operation) => operation.Opcode is not (Wasm.Opcode.MemorySize or Wasm.Opcode.MemoryGrow);
}
