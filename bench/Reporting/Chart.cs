using ScottPlot;
using Skiff.Benchmarks.Measuring;

namespace Skiff.Benchmarks.Reporting;

/// <summary>The times of the whole process as bars: until Main, inside Main, after it.</summary>
internal static class Chart
{
    private const int Width = 1080;
    private const int Height = 280;

    private static readonly (string Title, string Color)[] s_parts = [("until Main", "#7aa6c2"), ("inside Main", "#1f5f8b"), ("after Main", "#c9d6df")];

    /// <summary>Draws a panel for each workload.</summary>
    public static void Write(IReadOnlyList<Measurement> measurements, string path)
    {
        IGrouping<Workload, Measurement>[] workloads = [.. measurements.GroupBy(measurement => measurement.Workload)];
        Multiplot chart = new();
        chart.AddPlots(workloads.Length);
        chart.Layout = new ScottPlot.MultiplotLayouts.Columns();
        for (int i = 0; i < workloads.Length; i++)
        {
            Draw(chart.GetPlot(i), workloads[i].Key, [.. workloads[i]], hasLegend: i == workloads.Length - 1);
        }

        chart.SavePng(path, Width, Height);
    }

    private static void Draw(Plot plot, Workload workload, Measurement[] measurements, bool hasLegend)
    {
        double most = measurements.Max(measurement => measurement.Process.Median);
        List<Bar> bars = [];
        for (int i = 0; i < measurements.Length; i++)
        {
            Measurement measurement = measurements[i];
            double position = -i, main = measurement.ToMain.Median, end = main + measurement.InsideMain.Median;
            bars.Add(Bar(position, 0, main, 0));
            bars.Add(Bar(position, main, end, 1));
            bars.Add(Bar(position, end, Math.Max(end, measurement.Process.Median), 2));
            ScottPlot.Plottables.Text label = plot.Add.Text(Units.Time(measurement.Process.Median), Math.Max(end, measurement.Process.Median) + (most * 0.02), position);
            label.LabelAlignment = Alignment.MiddleLeft;
        }

        plot.Add.Bars(bars).Horizontal = true;
        plot.Title($"{workload.Title}, ms", size: 14);
        plot.Axes.Left.SetTicks([.. measurements.Select((_, i) => (double)-i)], [.. measurements.Select(measurement => measurement.Form.Title)]);
        plot.Axes.Left.MajorTickStyle.Length = 0;
        plot.Axes.SetLimits(0, most * 1.5, -measurements.Length - 0.7, 0.6);
        plot.HideGrid();
        plot.Font.Set(Fonts.Sans);
        plot.Axes.Top.FrameLineStyle.Width = plot.Axes.Right.FrameLineStyle.Width = 0;
        if (hasLegend)
        {
            plot.ShowLegend(
                [.. s_parts.Select(part => new LegendItem { LabelText = part.Title, FillColor = Color.FromHex(part.Color) })], Alignment.LowerRight);
        }
    }

    private static Bar Bar(double position, double from, double to, int part) => new()
    {
        Position = position,
        ValueBase = from,
        Value = to,
        FillColor = Color.FromHex(s_parts[part].Color),
        LineWidth = 0,
        Size = 0.6,
    };
}
