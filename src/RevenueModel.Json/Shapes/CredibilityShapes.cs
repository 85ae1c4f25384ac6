using RevenueModel.Statistics;

namespace RevenueModel.Json;

/// <summary>The JSON forms of credibility estimates.</summary>
internal static class CredibilityShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.AddValue<CredibilityObservation>(CredibilityObservationForm);
        shapes.Add<CredibilityGroup>(CredibilityGroupForm);
        shapes.Add<RateGroup>(RateGroupForm);
        shapes.Add<GroupCredibility>(GroupCredibilityForm);
        shapes.Add<CredibilityEstimate>(CredibilityEstimateForm);
    }

    private static Func<Values<CredibilityObservation>, CredibilityObservation> CredibilityObservationForm(
        RecordBuilder<CredibilityObservation> record)
    {
        var value = record.Required("value", static x => x.Value);
        var exposure = record.Required("exposure", static x => x.Exposure);
        return values => new CredibilityObservation(values.Get(value), values.Get(exposure));
    }

    private static Func<Values<CredibilityGroup>, CredibilityGroup> CredibilityGroupForm(
        RecordBuilder<CredibilityGroup> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var observations = record.Optional("observations", static x => x.Observations);
        return values => new CredibilityGroup
        {
            Name = values.Get(name),
            Observations = values.Get(observations),
        };
    }

    private static Func<Values<RateGroup>, RateGroup> RateGroupForm(RecordBuilder<RateGroup> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var successes = record.Required("successes", static x => x.Successes, Forms.Long(0));
        var trials = record.Required("trials", static x => x.Trials, Forms.Long(0));
        return values => RateGroup.Of(values.Get(name), values.Get(successes), values.Get(trials));
    }

    private static Func<Values<GroupCredibility>, GroupCredibility> GroupCredibilityForm(
        RecordBuilder<GroupCredibility> record)
    {
        var name = record.Required("name", static x => x.Name);
        var exposure = record.Required("exposure", static x => x.Exposure);
        var mean = record.Optional("mean", static x => x.Mean);
        var credibility = record.Required("credibility", static x => x.Credibility);
        var estimate = record.Required("estimate", static x => x.Estimate);
        return values => new GroupCredibility(
            values.Get(name),
            values.Get(exposure),
            values.Get(mean),
            values.Get(credibility),
            values.Get(estimate));
    }

    private static Func<Values<CredibilityEstimate>, CredibilityEstimate> CredibilityEstimateForm(
        RecordBuilder<CredibilityEstimate> record)
    {
        var collectiveMean = record.Required("collectiveMean", static x => x.CollectiveMean);
        var withinVariance = record.Required("withinVariance", static x => x.WithinVariance);
        var unbiasedBetweenVariance = record.Required(
            "unbiasedBetweenVariance", static x => x.UnbiasedBetweenVariance);
        var groups = record.Optional("groups", static x => x.Groups);
        return values => new CredibilityEstimate(
            values.Get(collectiveMean),
            values.Get(withinVariance),
            values.Get(unbiasedBetweenVariance),
            values.Get(groups));
    }
}
