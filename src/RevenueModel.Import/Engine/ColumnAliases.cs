using System.Collections.Frozen;

namespace RevenueModel.Import;

/// <summary>The recognized column names, without case, spaces and punctuation: the labels and API names of Salesforce,
/// HubSpot and Dynamics 365, and names in other exports.</summary>
/// <remarks>
/// The names of a field have ranks. Two columns of the same rank are ambiguous. Of different ranks the better one is
/// used, so that a file with both "Account Name" and "Account ID" is read by name.
/// </remarks>
internal static class ColumnAliases
{
    private static readonly FrozenDictionary<string, Alias> ByName = Build();

    /// <summary>Finds the field of a column name.</summary>
    public static bool TryFind(string normalizedName, out Alias alias) =>
        ByName.TryGetValue(normalizedName, out alias);

    /// <summary>Returns all names of a field.</summary>
    public static IEnumerable<string> Of(CrmField field) =>
        ByName.Where(entry => entry.Value.Field == field).Select(entry => entry.Key).Order(StringComparer.Ordinal);

    private static FrozenDictionary<string, Alias> Build()
    {
        var names = new Dictionary<string, Alias>(StringComparer.Ordinal);
        AddDeal(names);
        AddMoney(names);
        AddDates(names);
        AddCharacter(names);
        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void AddDeal(Dictionary<string, Alias> names)
    {
        // Dynamics labels its id "Opportunity", and its Excel export "(Do Not Modify) Opportunity".
        Add(
            names,
            CrmField.Id,
            "opportunityid opportunitynumber dealid recordid hsobjectid donotmodifyopportunity",
            "id",
            "opportunity");
        Add(
            names,
            CrmField.Account,
            "accountname account associatedcompanyprimary potentialcustomer customer customername company companyname "
                + "client clientname",
            "associatedcompany customeridname parentaccountidname",
            "accountid parentaccountid customerid associatedcompanyids");
        Add(names, CrmField.Segment, "segment customersegment marketsegment accountsegment");
        Add(names, CrmField.Product, "product productname");
        Add(
            names,
            CrmField.Stage,
            "stage stagename dealstage opportunitystage pipelinestage pipelinephase stepname",
            "salesstage");
        Add(
            names,
            CrmField.Outcome,
            "outcome dealoutcome opportunityresult opportunitystatus dealstatus statecode winloss",
            "status result");
        Add(names, CrmField.IsClosed, "isclosed hsisclosed isdealclosed");
        Add(names, CrmField.IsWon, "iswon hsisclosedwon isclosedwon");
    }

    private static void AddMoney(Dictionary<string, Alias> names)
    {
        // Without ExpectedRevenue, which is amount times probability in Salesforce.
        Add(
            names,
            CrmField.Amount,
            "amount dealamount dealvalue opportunityamount opportunityamountusd estrevenue estimatedrevenue "
                + "estimatedvalue closevalue acv hsacv annualcontractvalue");
        Add(names, CrmField.WonAmount, "actualrevenue actualvalue");
        Add(
            names,
            CrmField.Currency,
            "amountcurrency opportunitycurrency currencyisocode dealcurrencycode",
            "currency");
    }

    private static void AddDates(Dictionary<string, Alias> names)
    {
        Add(
            names,
            CrmField.Created,
            "createddate createdate createdon created createdat datecreated creationdate",
            "engagedate");
        Add(
            names,
            CrmField.StageEntered,
            "laststagechangedate hsv2dateenteredcurrentstage dateenteredcurrentstage stageentered stageentereddate "
                + "stageenteredon dateenteredstage");
        Add(
            names,
            CrmField.ExpectedClose,
            "expectedclose expectedclosedate estclosedate estimatedclosedate projectedclosedate forecastclosedate");
        Add(names, CrmField.Closed, "actualclosedate closeddate dateclosed closedon closedat");
        Add(names, CrmField.CloseDate, "closedate");
        Add(names, CrmField.CycleDays, "cycledays salescycledays totaldaysidentifiedthroughclosing", "daystoclose");
    }

    private static void AddCharacter(Dictionary<string, Alias> names)
    {
        Add(names, CrmField.Motion, "motion dealmotion salesmotion opportunitytype dealtype", "type");
        Add(
            names,
            CrmField.ForecastCategory,
            "forecastcategoryname hsmanualforecastcategory msdynforecastcategory",
            "forecastcategory",
            "hsforecastcategory");
        Add(names, CrmField.ITEngaged, "itengaged");
        Add(names, CrmField.OTEngaged, "otengaged");
        Add(names, CrmField.BuyerEngagement, "buyerengagement");
        Add(names, CrmField.Partners, "partners partner partnername");
        Add(names, CrmField.Competitive, "competitive iscompetitive competitortype");
        Add(names, CrmField.RegulatoryTrigger, "regulatorytrigger regulation");
        Add(names, CrmField.RegulatoryDeadline, "regulatorydeadline compliancedeadline");
    }

    private static void Add(Dictionary<string, Alias> names, CrmField field, params ReadOnlySpan<string> ranks)
    {
        for (int rank = 0; rank < ranks.Length; rank++)
        {
            foreach (string name in ranks[rank].Split(' '))
            {
                names.Add(name, new Alias(field, rank));
            }
        }
    }
}
