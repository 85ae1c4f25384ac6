using RevenueModel.Expansion;

namespace RevenueModel.Json;

/// <summary>The JSON forms of expansion curves, their comparisons and fits.</summary>
internal static class ExpansionCurveShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.AddValue<ExpansionPoint>(ExpansionPointForm);
        shapes.Add(new UnionShape<ExpansionCurve>(
            nameof(ExpansionCurve),
            CurveCase<PointCurve>(shapes, "points", static record =>
            {
                var points = record.Required("points", static x => x.Through, record.AtLeastOne<ExpansionPoint>());
                var interpolation = record.Optional("interpolation", static x => x.Interpolation);
                var end = record.Optional("end", static x => x.End);
                return values => ExpansionCurve.Points(
                    values.Get(points).AsSpan(), values.Get(interpolation), values.Get(end));
            }),
            CurveCase<CompoundCurve>(shapes, "compound", static record =>
            {
                var start = record.Required("start", static x => x.Start);
                var growth = record.Required("growthPerYear", static x => x.GrowthPerYear);
                return values => ExpansionCurve.Compound(values.Get(start), values.Get(growth));
            }),
            CurveCase<LinearCurve>(shapes, "linear", static record =>
            {
                var start = record.Required("start", static x => x.Start);
                var added = record.Required("addedPerYear", static x => x.AddedPerYear);
                return values => ExpansionCurve.Linear(values.Get(start), values.Get(added));
            }),
            CurveCase<SaturatingCurve>(shapes, "saturating", static record =>
            {
                var start = record.Required("start", static x => x.Start);
                var ceiling = record.Required("ceiling", static x => x.Ceiling);
                var rate = record.Required("ratePerYear", static x => x.RatePerYear);
                return values => ExpansionCurve.Saturating(
                    values.Get(start), values.Get(ceiling), values.Get(rate));
            })));
        shapes.Add<ExpansionMultiples>(ExpansionMultiplesForm);
        shapes.Add<GrowthComparison>(GrowthComparisonForm);
        shapes.AddValue<FittedParameter>(FittedParameterForm);
        shapes.AddValue<FitResidual>(FitResidualForm);
        shapes.Add<ExpansionFit>(ExpansionFitForm);
    }

    private static Func<Values<ExpansionPoint>, ExpansionPoint> ExpansionPointForm(
        RecordBuilder<ExpansionPoint> record)
    {
        var month = record.Required("month", static x => x.Month, Forms.CurveMonth);
        var value = record.Required("value", static x => x.Value, Forms.CurveValue);
        return values => ExpansionPoint.At(values.Get(month), values.Get(value));
    }

    private static Func<Values<ExpansionMultiples>, ExpansionMultiples> ExpansionMultiplesForm(
        RecordBuilder<ExpansionMultiples> record)
    {
        var fromMonth = record.Required("fromMonth", static x => x.FromMonth);
        var toMonth = record.Required("toMonth", static x => x.ToMonth);
        var volumeMultiple = record.Required("volumeMultiple", static x => x.VolumeMultiple);
        var acvMultiple = record.Required("acvMultiple", static x => x.AcvMultiple);
        return values => new ExpansionMultiples(
            values.Get(fromMonth),
            values.Get(toMonth),
            values.Get(volumeMultiple),
            values.Get(acvMultiple));
    }

    private static Func<Values<GrowthComparison>, GrowthComparison> GrowthComparisonForm(
        RecordBuilder<GrowthComparison> record)
    {
        var statedGrowthPerYear = record.Required("statedGrowthPerYear", static x => x.StatedGrowthPerYear);
        var multiple = record.Required("multiple", static x => x.Multiple);
        var years = record.Required("years", static x => x.Years);
        return values => new GrowthComparison(
            values.Get(statedGrowthPerYear),
            values.Get(multiple),
            values.Get(years));
    }

    private static Func<Values<FittedParameter>, FittedParameter> FittedParameterForm(
        RecordBuilder<FittedParameter> record)
    {
        var parameter = record.Required("parameter", static x => x.Parameter);
        var value = record.Required("value", static x => x.Value);
        var standardError = record.Optional("standardError", static x => x.StandardError);
        return values => new FittedParameter(values.Get(parameter), values.Get(value), values.Get(standardError));
    }

    private static Func<Values<FitResidual>, FitResidual> FitResidualForm(RecordBuilder<FitResidual> record)
    {
        var month = record.Required("month", static x => x.Month);
        var observed = record.Required("observed", static x => x.Observed);
        var fitted = record.Required("fitted", static x => x.Fitted);
        return values => new FitResidual(values.Get(month), values.Get(observed), values.Get(fitted));
    }

    private static Func<Values<ExpansionFit>, ExpansionFit> ExpansionFitForm(RecordBuilder<ExpansionFit> record)
    {
        var shape = record.Required("shape", static x => x.Shape);
        var outcome = record.Required("outcome", static x => x.Outcome);
        var observationCount = record.Required("observationCount", static x => x.ObservationCount, Forms.Count);
        var curve = record.Optional("curve", static x => x.Curve);
        var parameters = record.Optional("parameters", static x => x.Parameters);
        var residuals = record.Optional("residuals", static x => x.Residuals);
        return values => new ExpansionFit(
            values.Get(shape), values.Get(outcome), values.Get(observationCount))
        {
            Curve = values.Get(curve),
            Parameters = values.Get(parameters),
            Residuals = values.Get(residuals),
        };
    }

    private static Case<ExpansionCurve> CurveCase<T>(
        ShapeTable shapes,
        string kind,
        Func<RecordBuilder<T>, Func<Values<T>, ExpansionCurve>> build)
        where T : ExpansionCurve
    {
        var shape = new RecordShape<T>(shapes, "ExpansionCurve." + kind, record =>
        {
            record.Kind(kind);
            Func<Values<T>, ExpansionCurve> create = build(record);
            return values => (T)create(values);
        });
        shapes.Add<T>(shape);
        return new Case<ExpansionCurve, T>(kind, shape);
    }
}
