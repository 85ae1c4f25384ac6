using RevenueModel.Organization;

namespace RevenueModel.Json;

/// <summary>The JSON forms of partners, their shares of deals and their certified consultants.</summary>
internal static class PartnerShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.AddEnum<PartnerCoverage>();
        shapes.Add<CountedShare>(CountedShareForm);
        shapes.Add<PartnerKind>(PartnerKindForm);
        shapes.Add<PartnerNetwork>(PartnerNetworkForm);
        shapes.Add<PartnerShares>(PartnerSharesForm);
        shapes.Add<PublishedShareComparison>(PublishedShareComparisonForm);
        shapes.Add<PartnerAccount>(PartnerAccountForm);
        shapes.Add<PartnerExpansion>(PartnerExpansionForm);
        shapes.Add<PartnerExpansionRanking>(PartnerExpansionRankingForm);
        shapes.Add<CertifiedHeadcount>(CertifiedHeadcountForm);
        shapes.Add<CertificationStatus>(CertificationStatusForm);
        shapes.AddKeyed<string, CountedShare>();
        shapes.AddKeyed<string, PartnerShares>();
    }

    private static Func<Values<CountedShare>, CountedShare> CountedShareForm(RecordBuilder<CountedShare> record)
    {
        var part = record.Required("part", static x => x.Part);
        var whole = record.Required("whole", static x => x.Whole);
        var interval = record.Optional("interval", static x => x.Interval);
        return values => new CountedShare
        {
            Part = values.Get(part),
            Whole = values.Get(whole),
            Interval = values.Get(interval),
        };
    }

    private static Func<Values<PartnerKind>, PartnerKind> PartnerKindForm(RecordBuilder<PartnerKind> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var partners = record.Optional("partners", static x => x.Partners, Forms.List(Forms.Name));
        return values => new PartnerKind
        {
            Name = values.Get(name),
            Partners = values.Get(partners),
        };
    }

    private static Func<Values<PartnerNetwork>, PartnerNetwork> PartnerNetworkForm(
        RecordBuilder<PartnerNetwork> record)
    {
        var kinds = record.Required("kinds", static x => x.Kinds, record.AtLeastOne<PartnerKind>());
        return values => PartnerNetwork.Of(values.Get(kinds).AsSpan());
    }

    private static Func<Values<PartnerShares>, PartnerShares> PartnerSharesForm(RecordBuilder<PartnerShares> record)
    {
        var all = record.Required("all", static x => x.All);
        var some = record.Required("some", static x => x.Some);
        var none = record.Required("none", static x => x.None);
        var kinds = record.Optional("kinds", static x => x.Kinds);
        var unlistedPartners = record.Optional("unlistedPartners", static x => x.UnlistedPartners);
        return values => new PartnerShares
        {
            All = values.Get(all),
            Some = values.Get(some),
            None = values.Get(none),
            Kinds = values.Get(kinds),
            UnlistedPartners = values.Get(unlistedPartners),
        };
    }

    private static Func<Values<PublishedShareComparison>, PublishedShareComparison> PublishedShareComparisonForm(
        RecordBuilder<PublishedShareComparison> record)
    {
        var published = record.Required("published", static x => x.Published, Forms.ShareBand);
        var measured = record.Required("measured", static x => x.Measured);
        return values => new PublishedShareComparison
        {
            Published = values.Get(published),
            Measured = values.Get(measured),
        };
    }

    private static Func<Values<PartnerAccount>, PartnerAccount> PartnerAccountForm(
        RecordBuilder<PartnerAccount> record)
    {
        var account = record.Required("account", static x => x.Account, Forms.Name);
        var partners = record.Optional("partners", static x => x.Partners, Forms.List(Forms.Name));
        var openingArr = record.Required("openingArr", static x => x.OpeningArr, Forms.NotNegative);
        var closingArr = record.Required("closingArr", static x => x.ClosingArr, Forms.NotNegative);
        return values => new PartnerAccount
        {
            Account = values.Get(account),
            Partners = values.Get(partners),
            OpeningArr = values.Get(openingArr),
            ClosingArr = values.Get(closingArr),
        };
    }

    private static Func<Values<PartnerExpansion>, PartnerExpansion> PartnerExpansionForm(
        RecordBuilder<PartnerExpansion> record)
    {
        var coverage = record.Required("coverage", static x => x.Coverage);
        var accountCount = record.Required("accountCount", static x => x.AccountCount, Forms.CountOrZero);
        var openingArr = record.Required("openingArr", static x => x.OpeningArr, Forms.NotNegative);
        var expansionArr = record.Required("expansionArr", static x => x.ExpansionArr, Forms.NotNegative);
        var lostArr = record.Required("lostArr", static x => x.LostArr, Forms.NotNegative);
        var nrr = record.Optional("nrr", static x => x.Nrr);
        return values => new PartnerExpansion
        {
            Coverage = values.Get(coverage),
            AccountCount = values.Get(accountCount),
            OpeningArr = values.Get(openingArr),
            ExpansionArr = values.Get(expansionArr),
            LostArr = values.Get(lostArr),
            Nrr = values.Get(nrr),
        };
    }

    private static Func<Values<PartnerExpansionRanking>, PartnerExpansionRanking> PartnerExpansionRankingForm(
        RecordBuilder<PartnerExpansionRanking> record)
    {
        var coverages = record.Required("coverages", static x => x.Coverages);
        var newAccountCount = record.Optional("newAccountCount", static x => x.NewAccountCount, Forms.CountOrZero);
        return values => new PartnerExpansionRanking
        {
            Coverages = values.Get(coverages),
            NewAccountCount = values.Get(newAccountCount),
        };
    }

    private static Func<Values<CertifiedHeadcount>, CertifiedHeadcount> CertifiedHeadcountForm(
        RecordBuilder<CertifiedHeadcount> record)
    {
        var partner = record.Required("partner", static x => x.Partner, Forms.Name);
        var asOf = record.Required("asOf", static x => x.AsOf);
        var consultants = record.Required("consultants", static x => x.Consultants, Forms.CountOrZero);
        var target = record.Optional("target", static x => x.Target, Forms.Count.OrNull());
        return values => new CertifiedHeadcount
        {
            Partner = values.Get(partner),
            AsOf = values.Get(asOf),
            Consultants = values.Get(consultants),
            Target = values.Get(target),
        };
    }

    private static Func<Values<CertificationStatus>, CertificationStatus> CertificationStatusForm(
        RecordBuilder<CertificationStatus> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var kind = record.Optional("kind", static x => x.Kind, Forms.Name!);
        var consultants = record.Required("consultants", static x => x.Consultants, Forms.CountOrZero);
        var prior = record.Optional("prior", static x => x.Prior, Forms.CountOrZero.OrNull());
        var change = record.Optional("change", static x => x.Change);
        var target = record.Optional("target", static x => x.Target, Forms.Count.OrNull());
        var shortfall = record.Optional("shortfall", static x => x.Shortfall, Forms.CountOrZero.OrNull());
        var dealCount = record.Required("dealCount", static x => x.DealCount, Forms.CountOrZero);
        return values => new CertificationStatus
        {
            Name = values.Get(name),
            Kind = values.Get(kind),
            Consultants = values.Get(consultants),
            Prior = values.Get(prior),
            Change = values.Get(change),
            Target = values.Get(target),
            Shortfall = values.Get(shortfall),
            DealCount = values.Get(dealCount),
        };
    }
}
