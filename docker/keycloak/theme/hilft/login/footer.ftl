<#macro content>
  <#if client?? && client.baseUrl?has_content>
    <p class="hilft-back"><a href="${client.baseUrl}">${msg("hilftBack")}</a></p>
  </#if>
</#macro>
