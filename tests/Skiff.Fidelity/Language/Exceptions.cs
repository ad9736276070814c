namespace Skiff.Fidelity.Language;

public static class Exceptions
{
    [Program]
    public static void FiltersAndFinally()
    {
        for (int i = 0; i < 4; i++)
        {
            try
            {
                try
                {
                    try
                    {
                        WriteLine($"throwing {i}");
                        throw i switch { 0 => new ArgumentException("a"), 1 => new InvalidOperationException("b"), 2 => new FormatException("c"), _ => new Exception("d") };
                    }
                    finally
                    {
                        WriteLine("  inner finally");
                    }
                }
                catch (ArgumentException e) when (Note("filter argument", e.Message == "a"))
                {
                    WriteLine("  caught argument");
                }
                catch (InvalidOperationException e) when (Note("filter operation", false))
                {
                    WriteLine("  never");
                }
                catch (FormatException e)
                {
                    WriteLine("  rethrowing");
                    throw;
                }
                finally
                {
                    WriteLine("  middle finally");
                }
            }
            catch (Exception e) when (Note("outer filter", e is null))
            {
                WriteLine("  never");
            }
            catch (Exception e)
            {
                WriteLine($"  outer caught {e.GetType().Name}");
            }
        }

        static bool Note(string text, bool result)
        {
            WriteLine($"  {text} -> {result}");
            return result;
        }
    }

    [Process]
    public static void ThrowingFilter()
    {
        try
        {
            throw new InvalidOperationException("original");
        }
        catch (InvalidOperationException) when (Throw())
        {
            WriteLine("never");
        }
        catch (Exception e)
        {
            WriteLine($"the filter's exception counts as false: {e.Message}");
        }

        static bool Throw() => throw new Exception("from the filter");
    }

    [Program]
    public static void NestedFinally()
    {
        WriteLine(Return());
        WriteLine(Loop());
        try
        {
            Replace();
        }
        catch (Exception e)
        {
            WriteLine($"{e.Message} {e.InnerException is null}");
        }

        Deep(0);
        int x = 0;
        try
        {
            goto inside;
        }
        finally
        {
            x++;
        }

    inside:
        WriteLine(x);

        static int Return()
        {
            int value = 1;
            try
            {
                return value;
            }
            finally
            {
                value = 2;
                WriteLine($"after return {value}");
            }
        }

        static string Loop()
        {
            StringBuilder log = new();
            for (int i = 0; i < 5; i++)
            {
                try
                {
                    if (i == 1)
                    {
                        continue;
                    }

                    if (i == 3)
                    {
                        break;
                    }

                    log.Append($"body{i} ");
                }
                finally
                {
                    log.Append($"finally{i} ");
                }
            }

            return log.ToString();
        }

        static void Replace()
        {
            try
            {
                throw new Exception("first");
            }
            finally
            {
                try
                {
                    throw new Exception("inside finally");
                }
                catch (Exception e)
                {
                    WriteLine(e.Message);
                }
            }
        }

        static void Deep(int level)
        {
            try
            {
                if (level == 5)
                {
                    throw new InvalidOperationException("bottom");
                }

                Deep(level + 1);
            }
            catch (InvalidOperationException) when (level == 2)
            {
                WriteLine("caught at 2");
            }
            finally
            {
                WriteLine($"unwinding {level}");
            }
        }
    }

    [Program]
    public static void RuntimeFaults()
    {
        object text = "text";
        int[] array = new int[2];
        string? nothing = null;
        Attempt.Do("null", () => _ = nothing!.Length);
        Attempt.Do("null array", () => _ = ((int[])null!)[0]);
        Attempt.Do("cast", () => _ = (int)text);
        Attempt.Do("cast class", () => _ = (Version)text);
        Attempt.Do("unbox null", () => _ = (int)(object)null!);
        Attempt.Do("index", () => array[2] = 1);
        Attempt.Do("negative size", () => _ = new int[array[0] - 1]);
        Attempt.Do("array type", () => ((object[])new string[1])[0] = new object());
        Attempt.Do("delegate", () => ((Action)null!)());
        Attempt.Do("switch expression", () => _ = Unmatched(array.Length));
        Attempt.Do("nullable", () => _ = ((int?)array.FirstOrDefault(i => i > 0) is 0 ? (int?)null : 1)!.Value);
        Attempt.Do("type initializer", () => Broken.Touch());
        Attempt.Do("type initializer again", () => Broken.Touch());
        Attempt.Do("argument", () => ArgumentNullException.ThrowIfNull(nothing));
        Attempt.Do("range", () => ArgumentOutOfRangeException.ThrowIfGreaterThan(5, 3));
        Attempt.Do("disposed", () => ObjectDisposedException.ThrowIf(true, text));
        Attempt.Do("not implemented", () => throw new NotImplementedException());
        Attempt.Do("key", () => throw new KeyNotFoundException());
        Attempt.Do("custom", () => throw new Custom(5));
    }

#pragma warning disable CS8509
    private static int Unmatched(int n) => n switch { 5 => 1 };
#pragma warning restore CS8509

    private sealed class Custom(int code) : Exception($"custom {code}");

    private static class Broken
    {
        private static readonly int s_value = int.Parse("x");

        public static void Touch() => WriteLine(s_value);
    }

    [Program]
    public static void StackTraces()
    {
        try
        {
            First(1);
        }
        catch (Exception e)
        {
            foreach (string line in e.ToString().Split('\n'))
            {
                WriteLine(line.TrimEnd());
            }

            WriteLine($"{e.TargetSite?.Name} {e.Source} {new System.Diagnostics.StackTrace(e).GetFrame(0)!.GetMethod()!.Name}");
        }

        try
        {
            Generic<string>.Run(new List<int>());
        }
        catch (Exception e)
        {
            WriteLine(e.StackTrace!.Split('\n')[0].Trim());
        }

        Exception captured = Capture();
        try
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(captured);
        }
        catch (Exception e)
        {
            WriteLine(e.StackTrace!.Contains("--- End of stack trace from previous location ---") && e.StackTrace.Contains("Capture"));
        }

        WriteLine($"{captured.Data.Count} {captured.HelpLink ?? "none"} {captured.HResult:x}");
        Exception outer = new AggregateException("outer", new ArgumentException("inner", "p"), new Exception("second"));
        WriteLine(outer.ToString());
        WriteLine(outer.GetBaseException().Message);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static void First(int n) => Second("x" + n, null);

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static void Second(string text, Dictionary<string, List<int[]>>? map)
    {
        try
        {
            Third(ref text, out _);
        }
        catch (FormatException e)
        {
            throw new InvalidOperationException("wrapped", e);
        }
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static void Third(ref string text, out int n) => throw new FormatException(text);

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static Exception Capture()
    {
        try
        {
            throw new Exception("captured");
        }
        catch (Exception e)
        {
            return e;
        }
    }

    private static class Generic<T>
    {
        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        public static void Run<TItem>(List<TItem> list) => throw new NotSupportedException(typeof(T).Name);
    }

    [Program]
    public static void ManyThrows()
    {
        int caught = 0;
        for (int i = 0; i < 500; i++)
        {
            try
            {
                Nest(i % 20);
            }
            catch (InvalidOperationException e) when (e.Message.Length > 0)
            {
                caught += e.Message.Length;
            }
        }

        WriteLine(caught);

        static int Nest(int n)
        {
            try
            {
                return n == 0 ? throw new InvalidOperationException("deep") : Nest(n - 1) + 1;
            }
            finally
            {
                GC.KeepAlive(n);
            }
        }
    }

    [Program]
    public static void FirstChance()
    {
        List<string> seen = [];
        EventHandler<System.Runtime.ExceptionServices.FirstChanceExceptionEventArgs> handler = (_, e) => seen.Add(e.Exception.Message);
        AppDomain.CurrentDomain.FirstChanceException += handler;
        try
        {
            throw new Exception("first");
        }
        catch
        {
        }

        AppDomain.CurrentDomain.FirstChanceException -= handler;
        WriteLine(string.Join(',', seen));
    }
}
