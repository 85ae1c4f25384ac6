using NodaTime;
using RevenueModel.Import;
using RevenueModel.Pipeline;

namespace RevenueModel.Tests.Import;

public class SystemExportTests
{
    [Fact]
    public void SalesforceReportLabelsAreRecognized()
    {
        CrmImport import = Csv.Read(
            new() { Process = StandardProcesses.Salesforce },
            "Opportunity ID,Opportunity Name,Account Name,Type,Amount,Close Date,Stage,Probability (%),Created "
                + "Date,Last Stage Change Date,Forecast Category",
            "0061,Deal,Acme,New Customer,\"$1,200.50\",12/31/2027,Negotiation/Review,90,1/15/2027,3/1/2027,Commit",
            "0062,Deal,Acme,Existing Customer - Upgrade,\"$3,000.00\",2/28/2027,Closed "
                + "Won,100,1/2/2027,3/1/2027,Closed");

        Assert.Empty(import.Refused);
        Assert.Equal("$", import.Layout.Currency);
        Assert.Equal(DateFormat.MonthDayYear, import.Layout.DateFormat);
        Assert.Equal(NumberFormat.CommaGroups, import.Layout.NumberFormat);
        Opportunity open = import.Opportunities[0];
        Assert.Equal("Negotiation/Review", open.Stage);
        Assert.Equal(1200.50m, open.Amount);
        Assert.Equal(DealMotion.NewLogo, open.Motion);
        Assert.Equal(ForecastCategory.Commit, open.ForecastCategory);
        Assert.Equal(
            DealTimeline.Open(new LocalDate(2027, 1, 15), new LocalDate(2027, 3, 1), new LocalDate(2027, 12, 31)),
            open.Timeline);
        Opportunity won = import.Opportunities[1];
        Assert.Equal("Closed Won", won.Stage);
        Assert.Equal(DealMotion.Expansion, won.Motion);
        Assert.Equal(DealTimeline.Won(new LocalDate(2027, 1, 2), new LocalDate(2027, 2, 28)), won.Timeline);
    }

    [Fact]
    public void SalesforceApiNamesAreRecognizedNamesBeforeIds()
    {
        CrmImport import = Csv.Read(
            new() { Process = StandardProcesses.Salesforce },
            "Id,"
                + "IsDeleted,"
                + "AccountId,"
                + "Account.Name,"
                + "Name,"
                + "StageName,"
                + "Amount,"
                + "ExpectedRevenue,"
                + "CloseDate,"
                + "Type,"
                + "IsClosed,"
                + "IsWon,ForecastCategory,ForecastCategoryName,CreatedDate,LastStageChangeDate,CurrencyIsoCode",
            "006A,"
                + "false,"
                + "001,"
                + "Acme,"
                + "Deal,"
                + "Prospecting,100.0,10.0,2027-12-31,,false,false,Pipeline,Pipeline,2027-01-15T23:59:59.000+0000,,USD",
            "006a,"
                + "false,"
                + "001,Acme,Deal,Dead,100.0,0,2027-03-31,,true,false,Omitted,Omitted,2027-01-15T09:30:00.000Z,,USD");

        Assert.Empty(import.Refused);
        Assert.Equal("Acme", import.Opportunities[0].Account);
        Assert.Equal(new LocalDate(2027, 1, 15), import.Opportunities[0].Created);
        Assert.Equal(DealOutcome.Lost, import.Opportunities[1].Outcome);
        Assert.Equal("Dead", import.Opportunities[1].Stage);
        Assert.Equal("USD", import.Layout.Currency);
        Csv.SameTexts(
            ["IsDeleted", "AccountId", "Name", "ExpectedRevenue", "ForecastCategory"],
            import.Layout.IgnoredColumns.Select(column => column.Name));
    }

    [Theory]
    [InlineData(
        "Record ID,Deal Name,Deal Stage,Amount,Create Date,Close Date,Deal Type,Associated Company,Associated Company "
            + "(Primary)",
        "Contract Sent")]
    [InlineData(
        "hs_object_id,dealname,dealstage,amount,createdate,closedate,dealtype,Associated Company IDs,Associated "
            + "Company",
        "contractsent")]
    public void HubSpotLabelsAndInternalNamesAreRecognized(string header, string stage)
    {
        CrmImport import = Csv.Read(
            new() { Process = StandardProcesses.HubSpot },
            header,
            $"1,Deal,{stage},5000,2027-01-15 10:22,2027-06-30 17:00,newbusiness,77,Acme",
            "2,Deal,closedwon,7000,2027-01-15 10:22,2027-02-20 9:05,existingbusiness,77,Acme");

        Assert.Empty(import.Refused);
        Assert.Equal("Contract Sent", import.Opportunities[0].Stage);
        Assert.Equal(new LocalDate(2027, 6, 30), import.Opportunities[0].ExpectedClose);
        Assert.Equal("Acme", import.Opportunities[0].Account);
        Assert.Equal(36, import.Opportunities[1].Timeline.CycleDays);
        Assert.Equal(DealMotion.Expansion, import.Opportunities[1].Motion);
    }

    [Fact]
    public void DynamicsSeparatesEstimateAndActual()
    {
        CrmImport import = Csv.Read(
            new()
            {
                Process = SalesProcess.Of(
                    new PipelineStage { Name = "1-Qualify", WinProbability = 0.1m },
                    new PipelineStage { Name = "4-Close", WinProbability = 0.8m }),
            },
            "(Do Not Modify) Opportunity,Topic,Potential Customer,Est. close date,Est. revenue,Actual Close "
                + "Date,Actual Revenue,Status,Pipeline Phase,Created On,Forecast category",
            "a-1,Deal,Acme,30.6.2027,\"1.200,00 €\",,,Open,1-Qualify,15.1.2027 10:22,Best case",
            "a-2,Deal,Acme,30.6.2027,\"1.200,00 €\",20.5.2027,\"900,00 €\",Won,4-Close,15.1.2027 10:22,Won",
            "a-3,Deal,Acme,30.6.2027,\"1.200,00 €\",20.5.2027,\"0,00 €\",Lost,1-Qualify,15.1.2027 10:22,Lost");

        Assert.Empty(import.Refused);
        Assert.Equal(1200m, import.Opportunities[0].Amount);
        Assert.Equal(ForecastCategory.BestCase, import.Opportunities[0].ForecastCategory);
        Assert.Equal(900m, import.Opportunities[1].Amount);
        Assert.Equal("4-Close", import.Opportunities[1].Stage);
        Assert.Equal(
            DealTimeline.Won(new LocalDate(2027, 1, 15), new LocalDate(2027, 5, 20), new LocalDate(2027, 6, 30)),
            import.Opportunities[1].Timeline);
        Assert.Equal(1200m, import.Opportunities[2].Amount);
        Assert.Equal(NumberFormat.PointGroups, import.Layout.NumberFormat);
    }

    [Fact]
    public void DealsBeforeTheirProcessBeganHaveNoDates()
    {
        CrmImport import = Csv.Read(
            Csv.Options with
            {
                Stages =
                    [StageMapping.ToStage("Engaging", "Proposal"), StageMapping.ToStage("Prospecting", "Discovery")],
            },
            "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value",
            "A1,Someone,Alpha,Acme,Won,2027-01-20,2027-03-01,1054",
            "A2,Someone,Alpha,,Prospecting,,,",
            "A3,Someone,Alpha,,Engaging,2027-02-20,,",
            "A4,Someone,Alpha,Acme,Lost,2027-02-20,2027-03-01,0");

        Assert.Empty(import.Refused);
        Assert.Equal(40, import.Opportunities[0].Timeline.CycleDays);
        Assert.Equal("Discovery", import.Opportunities[1].Stage);
        Assert.Null(import.Opportunities[1].Account);
        Assert.Null(import.Opportunities[1].Created);
        Assert.Null(import.Opportunities[2].Amount);
        Assert.Equal(0m, import.Opportunities[3].Amount);
    }

    [Fact]
    public void FilesWithoutStagesAndDatesNeedNoProcess()
    {
        CrmImport import = Csv.Read(
            CrmImportOptions.Default,
            "Opportunity Number,Region,Opportunity Result,Total Days Identified Through Closing,Opportunity Amount "
                + "USD,Competitor Type",
            "1,Pacific,Won,104,7750,Known",
            "2,Pacific,Loss,163,0,None",
            "3,Pacific,Loss,0,10,Unknown");

        Assert.Empty(import.Refused);
        Assert.Equal([104, 163, 0], import.Opportunities.Select(deal => deal.Timeline.CycleDays!.Value));
        Assert.Equal([true, false, null], import.Opportunities.Select(deal => deal.IsCompetitive));
        Assert.Equal(FormatSource.NotNeeded, import.Layout.DateFormatSource);
        Assert.Equal(FormatSource.Undetermined, import.Layout.NumberFormatSource);
    }

    [Fact]
    public void TheRestOfADealIsReadFromItsColumns()
    {
        Opportunity deal = Csv.ReadOne(
            Csv.Options,
            "id,"
                + "stage,"
                + "segment,it_engaged,ot_engaged,partners,competitive,regulatory_trigger,regulatory_deadline,motion",
            "1,discovery,Industrial,yes,1,Integrator One; Reseller Two;,no,NIS2,2027-10-17,Renewal");

        Assert.Equal("Discovery", deal.Stage);
        Assert.Equal("Industrial", deal.Segment);
        Assert.Equal(BuyerEngagement.Both, deal.BuyerEngagement);
        Assert.Equal(["Integrator One", "Reseller Two"], deal.Partners);
        Assert.False(deal.IsCompetitive);
        Assert.Equal(
            new RegulatoryTrigger { Name = "NIS2", Deadline = new LocalDate(2027, 10, 17) }, deal.RegulatoryTrigger);
        Assert.Equal(DealMotion.Renewal, deal.Motion);
    }

    [Theory]
    [InlineData("IT", BuyerEngagement.IT)]
    [InlineData("ot", BuyerEngagement.OT)]
    [InlineData("IT + OT", BuyerEngagement.Both)]
    [InlineData("IT/OT", BuyerEngagement.Both)]
    [InlineData("None", BuyerEngagement.None)]
    public void BuyerEngagementIsReadFromOneColumn(string value, BuyerEngagement expected) => Assert.Equal(
        expected, Csv.ReadOne(Csv.Options, "id,stage,buyer engagement", $"1,Won,{value}").BuyerEngagement);

    [Fact]
    public void PartlyKnownBuyerEngagementIsUnknown() =>
        Assert.Null(Csv.ReadOne(Csv.Options, "id,stage,it engaged,ot engaged", "1,Won,yes,").BuyerEngagement);

    [Fact]
    public void UnknownSourceValuesAreNotedAndLeftUnknown()
    {
        CrmImport import = Csv.Read(
            Csv.Options with { Motions = [MotionMapping.Of("Channel deal", DealMotion.NewLogo)] },
            "id,stage,type,forecast category",
            "1,Won,channel-deal,Pipeline",
            "2,Won,Swap,Maybe",
            "3,Won,Swap,Maybe",
            "4,Nowhere,Swap,Maybe");

        Assert.Equal([DealMotion.NewLogo, null, null], import.Opportunities.Select(deal => deal.Motion));
        Csv.SameTexts(
            [
                "type \"Swap\" is not a known motion, in 2 rows; the motion stays unknown.",
                "forecast category \"Maybe\" is not a forecast category, in 2 rows; the category of the stage "
                    + "applies.",
                "The file has won deals and marks no deal as lost, so that a win rate cannot be measured from it.",
            ],
            import.Notes.Select(note => note.ToString()));
    }

    [Fact]
    public void StandardProcessesHaveTheVendorsProbabilities()
    {
        Assert.Equal(
            [0.1m, 0.1m, 0.2m, 0.5m, 0.6m, 0.7m, 0.75m, 0.9m],
            StandardProcesses.Salesforce.Stages.Select(s => s.WinProbability));
        Assert.Equal([0.2m, 0.4m, 0.6m, 0.8m, 0.9m], StandardProcesses.HubSpot.Stages.Select(s => s.WinProbability));
    }
}
