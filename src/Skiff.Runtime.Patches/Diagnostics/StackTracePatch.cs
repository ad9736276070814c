using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Skiff.Runtime.Diagnostics;

/// <summary>Stack traces that end where the program's own do: without the frames that started it.</summary>
[Patch(Bcl.CoreLib, "System.Diagnostics.StackTrace")]
internal static class StackTracePatch
{
    public static void InitializeForCurrentThread(StackTrace self, int skipFrames, bool needFileInfo)
    {
        // This method and the constructor that called it.
        skipFrames += 2;
        var frames = new List<StackFrame>();
        while (skipFrames >= 0)
        {
            var frame = new StackFrame(skipFrames, needFileInfo);
            if (frame.GetMethod() is null)
            {
                break;
            }

            frames.Add(frame);
            skipFrames++;
        }

        self._stackFrames = frames.ToArray();
        self._numOfFrames = VisibleCount(self._stackFrames);
    }

    public static void InitializeForException(StackTrace self, Exception e, int skipFrames, bool needFileInfo)
    {
        MonoStackFrame[]? own = null;
        StackTrace.GetTrace(ObjectHandleOnStack.Create(ref e), ObjectHandleOnStack.Create(ref own), skipFrames, needFileInfo);
        MonoStackFrame[] foreign = e.foreignExceptionsFrames ?? [];
        self._stackFrames = new StackFrame[foreign.Length + own!.Length];
        for (int i = 0; i < self._stackFrames.Length; i++)
        {
            self._stackFrames[i] = new StackFrame(i < foreign.Length ? foreign[i] : own[i - foreign.Length], needFileInfo);
        }

        self._numOfFrames = VisibleCount(self._stackFrames);
    }

    private static int VisibleCount(StackFrame[] frames)
    {
        int count = frames.Length;
        while (count > 0 && frames[count - 1].GetMethod() is { } method
            && (method.DeclaringType == typeof(Boot) || method.DeclaringType == typeof(EventLoop)))
        {
            count--;
        }

        return count;
    }
}
