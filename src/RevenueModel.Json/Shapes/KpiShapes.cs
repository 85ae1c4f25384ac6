using RevenueModel.Kpis;

namespace RevenueModel.Json;

/// <summary>The JSON forms of indicators, benchmarks, readings and scorecards.</summary>
internal static class KpiShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.AddEnum<KpiUnit>();
        shapes.AddEnum<KpiDirection>();
        shapes.AddEnum<KpiCadence>();
        shapes.AddEnum<KpiStatus>();
        shapes.AddEnum<KpiTrendDirection>();
        shapes.AddEnum<DealField>();
        shapes.Add<KpiDefinition>(DefinitionForm);
        shapes.Add<KpiComparison>(ComparisonForm);
        shapes.Add<KpiBenchmark>(BenchmarkForm);
        shapes.Add<KpiInterval>(IntervalForm);
        shapes.Add<KpiEvidence>(EvidenceForm);
        shapes.Add<KpiReading>(ReadingForm);
        shapes.Add<KpiTrend>(TrendForm);
        shapes.Add<KpiAssessment>(AssessmentForm);
        shapes.Add<Scorecard>(ScorecardForm);
        shapes.Add<FieldCompleteness>(CompletenessForm);
    }

    private static Func<Values<KpiDefinition>, KpiDefinition> DefinitionForm(RecordBuilder<KpiDefinition> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var formula = record.Required("formula", static x => x.Formula, Forms.Name);
        var unit = record.Optional("unit", static x => x.Unit);
        var better = record.Optional("better", static x => x.Better);
        var cadence = record.Optional("cadence", static x => x.Cadence);
        return values => new KpiDefinition
        {
            Name = values.Get(name),
            Formula = values.Get(formula),
            Unit = values.Get(unit),
            Better = values.Get(better),
            Cadence = values.Get(cadence),
        };
    }

    private static Func<Values<KpiComparison>, KpiComparison> ComparisonForm(RecordBuilder<KpiComparison> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var range = record.Required("values", static x => x.Values);
        var ratio = record.Optional("ratio", static x => x.Ratio);
        var isRatioApproximate = record.Optional("isRatioApproximate", static x => x.IsRatioApproximate);
        return values => KpiComparison.Of(values.Get(name), values.Get(range)) with
        {
            Ratio = values.Get(ratio),
            IsRatioApproximate = values.Get(isRatioApproximate),
        };
    }

    private static Func<Values<KpiBenchmark>, KpiBenchmark> BenchmarkForm(RecordBuilder<KpiBenchmark> record)
    {
        var kpi = record.Required("kpi", static x => x.Kpi, Forms.Name);
        var segment = record.Optional("segment", static x => x.Segment, Forms.Name!);
        var healthy = record.Required("healthy", static x => x.Healthy);
        var alarm = record.Optional("alarm", static x => x.Alarm);
        var alarmStatistic = record.Optional("alarmStatistic", static x => x.AlarmStatistic, Forms.Name!);
        var causes = record.Optional("causes", static x => x.Causes);
        var healthyCauses = record.Optional("healthyCauses", static x => x.HealthyCauses);
        var isLeading = record.Optional("isLeading", static x => x.IsLeading);
        var leadMonths = record.Optional("leadMonths", static x => x.LeadMonths, Forms.CountBand.OrNull());
        var comparisons = record.Optional("comparisons", static x => x.Comparisons);
        var unit = record.Optional("unit", static x => x.Unit, Forms.Name!);
        var formula = record.Optional("formula", static x => x.Formula, Forms.Name!);
        var asPrinted = record.Optional("asPrinted", static x => x.AsPrinted, Forms.Name!);
        var notes = record.Optional("notes", static x => x.Notes);
        var citation = record.Optional("citation", static x => x.Citation);
        return values => new KpiBenchmark
        {
            Kpi = values.Get(kpi),
            Segment = values.Get(segment),
            Healthy = values.Get(healthy),
            Alarm = values.Get(alarm),
            AlarmStatistic = values.Get(alarmStatistic),
            Causes = values.Get(causes),
            HealthyCauses = values.Get(healthyCauses),
            IsLeading = values.Get(isLeading),
            LeadMonths = values.Get(leadMonths),
            Comparisons = values.Get(comparisons),
            Unit = values.Get(unit),
            Formula = values.Get(formula),
            AsPrinted = values.Get(asPrinted),
            Notes = values.Get(notes),
            Citation = values.Get(citation),
        };
    }

    private static Func<Values<KpiInterval>, KpiInterval> IntervalForm(RecordBuilder<KpiInterval> record)
    {
        var lower = record.Required("lower", static x => x.Lower);
        var upper = record.Optional("upper", static x => x.Upper);
        var confidence = record.Required("confidence", static x => x.Confidence);
        return values => new KpiInterval
        {
            Lower = values.Get(lower),
            Upper = values.Get(upper),
            Confidence = values.Get(confidence),
        };
    }

    private static Func<Values<KpiEvidence>, KpiEvidence> EvidenceForm(RecordBuilder<KpiEvidence> record)
    {
        var cause = record.Required("cause", static x => x.Cause, Forms.Name);
        var count = record.Required("count", static x => x.Count, Forms.Long(0));
        var of = record.Required("of", static x => x.Of, Forms.Long(0));
        var unknownCount = record.Optional("unknownCount", static x => x.UnknownCount, Forms.Long(0));
        return values => new KpiEvidence
        {
            Cause = values.Get(cause),
            Count = values.Get(count),
            Of = values.Get(of),
            UnknownCount = values.Get(unknownCount),
        };
    }

    private static Func<Values<KpiReading>, KpiReading> ReadingForm(RecordBuilder<KpiReading> record)
    {
        var kpi = record.Required("kpi", static x => x.Kpi, Forms.Name);
        var segment = record.Optional("segment", static x => x.Segment, Forms.Name!);
        var asOf = record.Required("asOf", static x => x.AsOf);
        var value = record.Optional("value", static x => x.Value);
        var count = record.Optional("count", static x => x.Count, Forms.Long(0));
        var interval = record.Optional("interval", static x => x.Interval);
        var evidence = record.Optional("evidence", static x => x.Evidence);
        return values => new KpiReading
        {
            Kpi = values.Get(kpi),
            Segment = values.Get(segment),
            AsOf = values.Get(asOf),
            Value = values.Get(value),
            Count = values.Get(count),
            Interval = values.Get(interval),
            Evidence = values.Get(evidence),
        };
    }

    private static Func<Values<KpiTrend>, KpiTrend> TrendForm(RecordBuilder<KpiTrend> record)
    {
        var since = record.Required("since", static x => x.Since);
        var baseline = record.Required("baseline", static x => x.Baseline);
        var change = record.Required("change", static x => x.Change);
        var direction = record.Required("direction", static x => x.Direction);
        return values => new KpiTrend
        {
            Since = values.Get(since),
            Baseline = values.Get(baseline),
            Change = values.Get(change),
            Direction = values.Get(direction),
        };
    }

    private static Func<Values<KpiAssessment>, KpiAssessment> AssessmentForm(RecordBuilder<KpiAssessment> record)
    {
        var definition = record.Required("definition", static x => x.Definition);
        var reading = record.Required("reading", static x => x.Reading);
        var benchmark = record.Optional("benchmark", static x => x.Benchmark);
        var status = record.Required("status", static x => x.Status);
        var trend = record.Optional("trend", static x => x.Trend);
        return values => new KpiAssessment
        {
            Definition = values.Get(definition),
            Reading = values.Get(reading),
            Benchmark = values.Get(benchmark),
            Status = values.Get(status),
            Trend = values.Get(trend),
        };
    }

    private static Func<Values<Scorecard>, Scorecard> ScorecardForm(RecordBuilder<Scorecard> record)
    {
        var asOf = record.Required("asOf", static x => x.AsOf);
        var lines = record.Required("lines", static x => x.Lines);
        return values => new Scorecard { AsOf = values.Get(asOf), Lines = values.Get(lines) };
    }

    private static Func<Values<FieldCompleteness>, FieldCompleteness> CompletenessForm(
        RecordBuilder<FieldCompleteness> record)
    {
        var field = record.Required("field", static x => x.Field);
        var count = record.Required("count", static x => x.Count, Forms.Long(0));
        var of = record.Required("of", static x => x.Of, Forms.Long(0));
        var kpis = record.Optional("kpis", static x => x.Kpis);
        return values => new FieldCompleteness
        {
            Field = values.Get(field),
            Count = values.Get(count),
            Of = values.Get(of),
            Kpis = values.Get(kpis),
        };
    }
}
