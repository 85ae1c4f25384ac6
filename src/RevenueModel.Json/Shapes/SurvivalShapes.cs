using RevenueModel.Statistics;

namespace RevenueModel.Json;

/// <summary>The JSON forms of survival tables and estimates.</summary>
internal static class SurvivalShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.AddEnum<IncidenceVariance>();
        shapes.AddEnum<SurvivalIntervalKind>();
        shapes.Add<SurvivalSubject>(SurvivalSubjectForm);
        shapes.Add<SurvivalRow>(SurvivalRowForm);
        shapes.Add<SurvivalTable>(SurvivalTableForm);
        shapes.AddValue<SurvivalStep>(SurvivalStepForm);
        shapes.Add<SurvivalCurve>(SurvivalCurveForm);
        shapes.AddValue<SurvivalTime>(SurvivalTimeForm);
        shapes.AddValue<RestrictedMean>(RestrictedMeanForm);
        shapes.AddValue<HazardStep>(HazardStepForm);
        shapes.Add<CumulativeHazard>(CumulativeHazardForm);
        shapes.AddValue<CauseIncidence>(CauseIncidenceForm);
        shapes.AddValue<IncidenceStep>(IncidenceStepForm);
        shapes.Add<CumulativeIncidence>(CumulativeIncidenceForm);
        shapes.AddValue<LogRankGroup>(LogRankGroupForm);
        shapes.Add<LogRankTest>(LogRankTestForm);
        shapes.Add<LikelihoodRatioTest>(LikelihoodRatioTestForm);
    }

    private static Func<Values<SurvivalSubject>, SurvivalSubject> SurvivalSubjectForm(
        RecordBuilder<SurvivalSubject> record)
    {
        var time = record.Required("time", static x => x.Time, Forms.NotNegative);
        var cause = record.Optional("cause", static x => x.Cause, Forms.CountOrZero);
        var entry = record.Optional("entry", static x => x.Entry, Forms.NotNegative);
        var weight = record.Optional("weight", static x => x.Weight, Forms.NotNegative, 1m);
        return values => new SurvivalSubject
        {
            Time = values.Get(time),
            Cause = values.Get(cause),
            Entry = values.Get(entry),
            Weight = values.Get(weight),
        };
    }

    private static Func<Values<SurvivalRow>, SurvivalRow> SurvivalRowForm(RecordBuilder<SurvivalRow> record)
    {
        var time = record.Required("time", static x => x.Time, Forms.NotNegative);
        var entered = record.Optional("entered", static x => x.Entered, Forms.NotNegative);
        var events = record.Optional("events", static x => x.Events, Forms.List(Forms.NotNegative));
        var censored = record.Optional("censored", static x => x.Censored, Forms.NotNegative);
        return values => new SurvivalRow
        {
            Time = values.Get(time),
            Entered = values.Get(entered),
            Events = values.Get(events),
            Censored = values.Get(censored),
        };
    }

    private static Func<Values<SurvivalTable>, SurvivalTable> SurvivalTableForm(
        RecordBuilder<SurvivalTable> record)
    {
        var rows = record.Required("rows", static x => x.Rows, record.AtLeastOne<SurvivalRow>());
        return values => SurvivalTable.Of(values.Get(rows).AsSpan());
    }

    private static Func<Values<SurvivalStep>, SurvivalStep> SurvivalStepForm(
        RecordBuilder<SurvivalStep> record)
    {
        var time = record.Required("time", static x => x.Time);
        var atRisk = record.Required("atRisk", static x => x.AtRisk);
        var events = record.Required("events", static x => x.Events);
        var survival = record.Required("survival", static x => x.Survival);
        var standardError = record.Optional("standardError", static x => x.StandardError);
        var interval = record.Optional("interval", static x => x.Interval);
        return values => new SurvivalStep(
            values.Get(time),
            values.Get(atRisk),
            values.Get(events),
            values.Get(survival),
            values.Get(standardError),
            values.Get(interval));
    }

    private static Func<Values<SurvivalCurve>, SurvivalCurve> SurvivalCurveForm(
        RecordBuilder<SurvivalCurve> record)
    {
        var steps = record.Optional("steps", static x => x.Steps);
        var lastTime = record.Required("lastTime", static x => x.LastTime);
        var intervalKind = record.Required("intervalKind", static x => x.IntervalKind);
        var confidence = record.Required("confidence", static x => x.Confidence);
        return values => new SurvivalCurve(
            values.Get(steps),
            values.Get(lastTime),
            values.Get(intervalKind),
            values.Get(confidence));
    }

    private static Func<Values<SurvivalTime>, SurvivalTime> SurvivalTimeForm(
        RecordBuilder<SurvivalTime> record)
    {
        var probability = record.Required("probability", static x => x.Probability);
        var time = record.Optional("time", static x => x.Time);
        var lower = record.Optional("lower", static x => x.Lower);
        var upper = record.Optional("upper", static x => x.Upper);
        var confidence = record.Required("confidence", static x => x.Confidence);
        return values => new SurvivalTime(
            values.Get(probability),
            values.Get(time),
            values.Get(lower),
            values.Get(upper),
            values.Get(confidence));
    }

    private static Func<Values<RestrictedMean>, RestrictedMean> RestrictedMeanForm(
        RecordBuilder<RestrictedMean> record)
    {
        var horizon = record.Required("horizon", static x => x.Horizon);
        var mean = record.Required("mean", static x => x.Mean);
        var standardError = record.Required("standardError", static x => x.StandardError);
        return values => new RestrictedMean(
            values.Get(horizon),
            values.Get(mean),
            values.Get(standardError));
    }

    private static Func<Values<HazardStep>, HazardStep> HazardStepForm(RecordBuilder<HazardStep> record)
    {
        var time = record.Required("time", static x => x.Time);
        var atRisk = record.Required("atRisk", static x => x.AtRisk);
        var events = record.Required("events", static x => x.Events);
        var hazard = record.Required("hazard", static x => x.Hazard);
        var standardError = record.Required("standardError", static x => x.StandardError);
        var interval = record.Required("interval", static x => x.Interval);
        return values => new HazardStep(
            values.Get(time),
            values.Get(atRisk),
            values.Get(events),
            values.Get(hazard),
            values.Get(standardError),
            values.Get(interval));
    }

    private static Func<Values<CumulativeHazard>, CumulativeHazard> CumulativeHazardForm(
        RecordBuilder<CumulativeHazard> record)
    {
        var steps = record.Optional("steps", static x => x.Steps);
        var lastTime = record.Required("lastTime", static x => x.LastTime);
        var intervalKind = record.Required("intervalKind", static x => x.IntervalKind);
        var confidence = record.Required("confidence", static x => x.Confidence);
        return values => new CumulativeHazard(
            values.Get(steps),
            values.Get(lastTime),
            values.Get(intervalKind),
            values.Get(confidence));
    }

    private static Func<Values<CauseIncidence>, CauseIncidence> CauseIncidenceForm(
        RecordBuilder<CauseIncidence> record)
    {
        var events = record.Required("events", static x => x.Events);
        var incidence = record.Required("incidence", static x => x.Incidence);
        var standardError = record.Optional("standardError", static x => x.StandardError);
        var interval = record.Optional("interval", static x => x.Interval);
        return values => new CauseIncidence(
            values.Get(events),
            values.Get(incidence),
            values.Get(standardError),
            values.Get(interval));
    }

    private static Func<Values<IncidenceStep>, IncidenceStep> IncidenceStepForm(
        RecordBuilder<IncidenceStep> record)
    {
        var time = record.Required("time", static x => x.Time);
        var atRisk = record.Required("atRisk", static x => x.AtRisk);
        var survival = record.Required("survival", static x => x.Survival);
        var causes = record.Optional("causes", static x => x.Causes);
        return values => new IncidenceStep(
            values.Get(time),
            values.Get(atRisk),
            values.Get(survival),
            values.Get(causes));
    }

    private static Func<Values<CumulativeIncidence>, CumulativeIncidence> CumulativeIncidenceForm(
        RecordBuilder<CumulativeIncidence> record)
    {
        var steps = record.Optional("steps", static x => x.Steps);
        var causeCount = record.Required("causeCount", static x => x.CauseCount);
        var lastTime = record.Required("lastTime", static x => x.LastTime);
        var variance = record.Required("variance", static x => x.Variance);
        var intervalKind = record.Required("intervalKind", static x => x.IntervalKind);
        var confidence = record.Required("confidence", static x => x.Confidence);
        return values => new CumulativeIncidence(
            values.Get(steps),
            values.Get(causeCount),
            values.Get(lastTime),
            values.Get(variance),
            values.Get(intervalKind),
            values.Get(confidence));
    }

    private static Func<Values<LogRankGroup>, LogRankGroup> LogRankGroupForm(
        RecordBuilder<LogRankGroup> record)
    {
        var observed = record.Required("observed", static x => x.Observed);
        var expected = record.Required("expected", static x => x.Expected);
        return values => new LogRankGroup(
            values.Get(observed),
            values.Get(expected));
    }

    private static Func<Values<LogRankTest>, LogRankTest> LogRankTestForm(RecordBuilder<LogRankTest> record)
    {
        var groups = record.Optional("groups", static x => x.Groups);
        var degreesOfFreedom = record.Required("degreesOfFreedom", static x => x.DegreesOfFreedom);
        var statistic = record.Optional("statistic", static x => x.Statistic);
        var pValue = record.Optional("pValue", static x => x.PValue);
        return values => new LogRankTest(
            values.Get(groups),
            values.Get(degreesOfFreedom),
            values.Get(statistic),
            values.Get(pValue));
    }

    private static Func<Values<LikelihoodRatioTest>, LikelihoodRatioTest> LikelihoodRatioTestForm(
        RecordBuilder<LikelihoodRatioTest> record)
    {
        var statistic = record.Required("statistic", static x => x.Statistic);
        var degreesOfFreedom = record.Required("degreesOfFreedom", static x => x.DegreesOfFreedom);
        var pValue = record.Required("pValue", static x => x.PValue);
        return values => new LikelihoodRatioTest(
            values.Get(statistic),
            values.Get(degreesOfFreedom),
            values.Get(pValue));
    }
}
