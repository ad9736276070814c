namespace Skiff.Compiler.Programs.Rejected;

public static class Exceptions
{
    public static int Throw(int n)
    {
        if (n < 0)
        {
            throw new ArgumentException("negative"); // error: throw new System.ArgumentException
        }

        return n;
    }

    public static int Catch(int n)
    {
        try
        {
            return n / 2; // error: try/catch
        }
        catch (DivideByZeroException)
        {
            return 0;
        }
    }

    public static int Finally(int n)
    {
        try
        {
            n++; // error: try/finally
        }
        finally
        {
            n--;
        }

        return n;
    }
}
