extern alias SystemLinqParallel;
using SystemLinqParallel::System.Linq.Parallel;

namespace Skiff.Runtime.Linq;

/// <summary>Parallel queries in one partition: partitions wait for each other, and there is one thread.</summary>
[Patch("System.Linq.Parallel", "System.Linq.Parallel.QuerySettings")]
internal static class QuerySettingsPatch
{
    public static QuerySettings WithPerExecutionSettings(ref QuerySettings self, CancellationTokenSource topLevelCancellationTokenSource, Shared<bool> topLevelDisposedFlag)
    {
        var result = new QuerySettings(self.TaskScheduler, 1, self.CancellationState.ExternalCancellationToken, self.ExecutionMode, self.MergeOptions);
        result.CancellationState.InternalCancellationTokenSource = topLevelCancellationTokenSource;
        result.CancellationState.MergedCancellationTokenSource = CancellationTokenSource.CreateLinkedTokenSource(
            topLevelCancellationTokenSource.Token, result.CancellationState.ExternalCancellationToken);
        result.CancellationState.TopLevelDisposedFlag = topLevelDisposedFlag;
        result._queryId = PlinqEtwProvider.NextQueryId();
        return result;
    }
}
